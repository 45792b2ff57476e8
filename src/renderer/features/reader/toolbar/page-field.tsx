import { useTranslation } from 'react-i18next';
import { showNotice } from '../../../stores/notices.ts';
import { leavePlace } from '../../../stores/trail.ts';
import { usePane } from '../panes/pane.ts';
import { pageLabel, useReader } from '../reader-store.ts';
import { pageFromText } from './page-from-text.ts';
import { noPageWords } from './no-page-words.ts';
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
    if (wanted === null) {
      if (text.trim() !== '') sayNoPage(noPageWords(t, total, pageLabels));
      return;
    }
    if (wanted !== page) leavePlace(pane.name);
    surface?.showPage(wanted);
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

function sayNoPage(text: string): void {
  showNotice({ topic: 'no-page', tone: 'info', text });
}
