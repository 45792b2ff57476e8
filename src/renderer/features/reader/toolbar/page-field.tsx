import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leavePlace } from '../../../stores/trail.ts';
import { usePane } from '../panes/pane.ts';
import { pageLabel, useReader } from '../reader-store.ts';
import { pageFromText } from './page-from-text.ts';
import styles from './toolbar.module.css';

/** «12 of 340»; takes the label printed on a page as well as its number. */
export function PageField({ total }: { total: number }) {
  const { t } = useTranslation('reader');
  const pane = usePane();
  const page = useReader((slice) => slice.page);
  const label = useReader((slice) => pageLabel(slice, slice.page));
  const [draft, setDraft] = useState<string | null>(null);

  const go = (text: string): void => {
    const { surface, pageLabels } = pane.reader.getState();
    const wanted = pageFromText(text, total, pageLabels);
    if (wanted !== null && wanted !== page) leavePlace(pane.name);
    if (wanted !== null) surface?.showPage(wanted);
    setDraft(null);
  };
  const labelled = label !== String(page);
  return (
    <div className={styles['pages']}>
      <input
        type="text"
        className={styles['page']}
        data-page-field
        aria-label={t('page-field')}
        title={t('page-field')}
        value={draft ?? label}
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
      <span>
        {labelled ? t('page-of-labelled', { number: page, total }) : t('page-of', { total })}
      </span>
    </div>
  );
}
