import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceDocument } from '../../../../shared/domain/source-document.ts';
import { useReader } from '../reader-store.ts';
import { DocumentDetails } from './document-details.tsx';
import { PassageList } from './passage-list.tsx';
import styles from './panel.module.css';

const TABS = ['passages', 'details'] as const;

/** Beside the pages: the passages of the document, or what is known of its file. */
export function Panel({ document }: { document: SourceDocument }) {
  const { t } = useTranslation('reader');
  const id = useId();
  const panel = useReader((slice) => slice.panel);
  const count = useReader((slice) => slice.passages.length);
  return (
    <aside className={styles['panel']} aria-label={t('panel')}>
      <div className={styles['tabs']} role="tablist">
        {TABS.map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`${id}-${tab}`}
            aria-controls={`${id}-content`}
            aria-selected={panel === tab}
            onClick={() => useReader.setState({ panel: tab })}
          >
            {t(tab)}
            {tab === 'passages' && count > 0 && <span className={styles['count']}>{count}</span>}
          </button>
        ))}
      </div>
      <div
        id={`${id}-content`}
        role="tabpanel"
        aria-labelledby={`${id}-${panel}`}
        className={styles['content']}
      >
        {panel === 'details' ? (
          <DocumentDetails document={document} />
        ) : (
          <PassageList hasWords={document.pagesWithoutText < document.pages} />
        )}
      </div>
    </aside>
  );
}
