import { useTranslation } from 'react-i18next';
import type { DocumentHits } from '../../../shared/domain/search.ts';
import { MarkedText } from '../../components/marked-text.tsx';
import { openPlace, useView } from '../../stores/view.ts';
import { hitId } from './hit-id.ts';
import { openHit } from './open-hit.ts';
import styles from './search.module.css';

interface DocumentHitsGroupProps {
  readonly hits: DocumentHits;
  /** Index of the first page among all hits on the screen. */
  readonly first: number;
  readonly active: number;
  readonly onActive: (index: number) => void;
}

/** One document with its pages that match, best first. */
export function DocumentHitsGroup({ hits, first, active, onActive }: DocumentHitsGroupProps) {
  const { t } = useTranslation(['search', 'common']);
  const reader = useView(openPlace);
  const more = hits.totalPages - hits.pages.length;
  return (
    <div role="group" aria-label={hits.title} className={styles['group']}>
      <h2 className={styles['document']} title={`${hits.title}\n${hits.fileName}`}>
        <span dir="auto">{hits.title}</span>
        <span className={styles['count']}>{t('total', { count: hits.totalPages })}</span>
      </h2>
      {hits.pages.map((hit, index) => (
        <div
          key={hit.page}
          id={hitId(first + index)}
          role="option"
          aria-selected={active === first + index}
          className={styles['hit']}
          data-open={
            (reader?.documentId === hits.documentId && reader.target.page === hit.page) || undefined
          }
          onClick={(event) => {
            onActive(first + index);
            openHit({ documentId: hits.documentId, hit }, event.ctrlKey || event.metaKey);
          }}
        >
          <span className={styles['page']}>{t('page', { ns: 'common', page: hit.pageLabel })}</span>
          <p dir="auto">
            <MarkedText text={hit.snippet.text} marks={hit.snippet.marks} />
          </p>
        </div>
      ))}
      {more > 0 && <p className={styles['more']}>{t('more-pages', { count: more })}</p>}
    </div>
  );
}
