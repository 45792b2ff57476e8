import type { ReactNode } from 'react';
import { SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SearchNotice } from '../../../shared/domain/search.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { wordsOf } from '../../i18n.ts';
import { answerOf, useSearch, type SearchAnswer } from '../../stores/search.ts';
import { useSearchFacets } from '../../stores/search-facets.ts';
import { DocumentHitsGroup } from './document-hits-group.tsx';
import { FacetPanel } from './facets/facet-panel.tsx';
import { FiltersButton } from './filters-button.tsx';
import { firstRows } from './flatten-hits.ts';
import { SearchFooter } from './search-footer.tsx';
import { SearchHelp } from './search-help.tsx';
import { SearchTotal } from './search-total.tsx';
import { Spellings } from './spellings.tsx';
import styles from './search.module.css';

interface SearchResultsProps {
  /** Index of the hit the keys are on. */
  readonly active: number;
  readonly onActive: (index: number) => void;
}

export function SearchResults(props: SearchResultsProps) {
  const { t } = useTranslation('search');
  const state = useSearch((search) => search.state);
  if (state.kind === 'failed') return <EmptyState>{wordsOf(state.failure)}</EmptyState>;
  const answer = answerOf(state);
  if (answer === null) {
    return state.kind === 'asking' ? (
      <p className={styles['total']}>{t('searching')}</p>
    ) : (
      <SearchHelp />
    );
  }
  if (answer.outcome.total === 0) return <NothingFound answer={answer} />;
  return <Found answer={answer} {...props} />;
}

function NothingFound({ answer }: { answer: SearchAnswer }) {
  const { t } = useTranslation('search');
  return (
    <>
      <div className={styles['total']}>
        <strong>{t('total', { count: 0 })}</strong>
        <FiltersButton />
      </div>
      <Columns>
        <Notices notices={answer.outcome.notices} />
        <Spellings found={[]} choice={answer.choice} />
        <div className={styles['none']} role="status">
          <SearchX size={28} strokeWidth={1.4} aria-hidden />
          <h2>{t('none', { query: answer.query })}</h2>
          <p>{t('none-hint')}</p>
        </div>
        <SearchHelp />
      </Columns>
    </>
  );
}

function Found({ answer, active, onActive }: SearchResultsProps & { answer: SearchAnswer }) {
  const { t } = useTranslation('search');
  const { documents, notices, spellings } = answer.outcome;
  const firsts = firstRows(documents);
  return (
    <>
      <SearchTotal answer={answer} />
      <Columns>
        <Notices notices={notices} />
        <Spellings found={spellings} choice={answer.choice} />
        <div id="search-results" role="listbox" aria-label={t('results')}>
          {documents.map((hits, index) => (
            <DocumentHitsGroup
              key={hits.documentId}
              hits={hits}
              first={firsts[index] ?? 0}
              active={active}
              onActive={onActive}
            />
          ))}
        </div>
        <SearchFooter answer={answer} />
      </Columns>
    </>
  );
}

/** What was found, and beside it what it can be narrowed to; where there is no room, one of them. */
function Columns({ children }: { children: ReactNode }) {
  const isOpen = useSearchFacets((slice) => slice.isOpen);
  return (
    <div className={styles['columns']} data-facets={isOpen || undefined}>
      <div className={styles['scroller']}>{children}</div>
      <FacetPanel />
    </div>
  );
}

function Notices({ notices }: { notices: readonly SearchNotice[] }) {
  const { t } = useTranslation('search');
  return withOneOfCommonWords(notices).map((notice) => (
    <p key={`${notice.kind} ${notice.part}`} className={styles['notice']} role="status">
      {t(`notice-${notice.kind}`, { part: notice.part })}
    </p>
  ));
}

/** A pasted sentence has many of the common words: one line names them all. */
function withOneOfCommonWords(notices: readonly SearchNotice[]): SearchNotice[] {
  const common = notices.filter(({ kind }) => kind === 'stop-words').map(({ part }) => part);
  const others = notices.filter(({ kind }) => kind !== 'stop-words');
  if (common.length === 0) return others;
  return [...others, { kind: 'stop-words', part: common.join(', ') }];
}
