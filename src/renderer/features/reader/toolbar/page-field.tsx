import { useTranslation } from 'react-i18next';
import { leavePlace } from '../../../stores/trail.ts';
import { usePane } from '../panes/pane.ts';
import { pageLabel, useReader } from '../reader-store.ts';
import { pageFromText } from './page-from-text.ts';
import { TypedField } from './typed-field.tsx';
import styles from './toolbar.module.css';

/** «12 of 340»; takes the label printed on a page as well as its number. */
export function PageField({ total }: { total: number }) {
  const { t } = useTranslation('reader');
  const pane = usePane();
  const page = useReader((slice) => slice.page);
  const label = useReader((slice) => pageLabel(slice, slice.page));

  const go = (text: string): void => {
    const { surface, pageLabels } = pane.reader.getState();
    const wanted = pageFromText(text, total, pageLabels);
    if (wanted !== null && wanted !== page) leavePlace(pane.name);
    if (wanted !== null) surface?.showPage(wanted);
  };
  const labelled = label !== String(page);
  return (
    <div className={styles['pages']}>
      <TypedField
        className={styles['page']}
        data-page-field
        label={t('page-field')}
        value={label}
        onEnter={go}
      />
      <span>
        {labelled ? t('page-of-labelled', { number: page, total }) : t('page-of', { total })}
      </span>
    </div>
  );
}
