import { useTranslation } from 'react-i18next';
import { usePane } from '../panes/pane.ts';
import { useReader } from '../reader-store.ts';
import { TypedField } from './typed-field.tsx';
import { zoomFromText } from './zoom-from-text.ts';
import styles from './toolbar.module.css';

/** «120 %»; any other percentage can be typed. */
export function ZoomField() {
  const { t } = useTranslation('reader');
  const { reader } = usePane();
  const zoom = useReader((slice) => slice.zoom);
  const go = (text: string): void => {
    const wanted = zoomFromText(text);
    if (wanted !== null) reader.getState().surface?.zoomTo(wanted);
  };
  return (
    <TypedField
      className={styles['zoom']}
      label={t('zoom-field')}
      value={t('zoom', { percent: Math.round(zoom * 100) })}
      onEnter={go}
    />
  );
}
