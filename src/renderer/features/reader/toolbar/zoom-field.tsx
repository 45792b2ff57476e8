import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReader } from '../reader-store.ts';
import { zoomFromText } from './zoom-from-text.ts';
import styles from './toolbar.module.css';

/** «120 %»; any other percentage can be typed. */
export function ZoomField() {
  const { t } = useTranslation('reader');
  const zoom = useReader((slice) => slice.zoom);
  const [draft, setDraft] = useState<string | null>(null);
  const go = (text: string): void => {
    const wanted = zoomFromText(text);
    if (wanted !== null) useReader.getState().surface?.zoomTo(wanted);
    setDraft(null);
  };
  return (
    <input
      type="text"
      className={styles['zoom']}
      aria-label={t('zoom-field')}
      title={t('zoom-field')}
      value={draft ?? t('zoom', { percent: Math.round(zoom * 100) })}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => setDraft(null)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') go(event.currentTarget.value);
        else if (event.key === 'Escape') setDraft(null);
        else return;
        event.preventDefault();
        useReader.getState().surface?.scroller.focus({ preventScroll: true });
      }}
    />
  );
}
