import { Bookmark, BookmarkCheck, Search, X } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/icon-button.tsx';
import { Input } from '../../components/input.tsx';
import { useMoving } from '../../components/use-moving.ts';
import { useChanges } from '../../stores/changes.ts';
import { answerOf, searchNow, typeSearch, useSearch } from '../../stores/search.ts';
import { rememberSearch, useSearchBook } from '../../stores/search-book.ts';
import { bookRowKey, bookRows, removeRow, runRow } from './book/book-rows.ts';
import { saveSearch } from './book/save-search.ts';
import { SearchBookList } from './book/search-book-list.tsx';
import { flattenHits } from './flatten-hits.ts';
import { SEARCH_FIELD_ID } from './focus-search.ts';
import { hitId } from './hit-id.ts';
import { openHit } from './open-hit.ts';
import { SearchResults } from './search-results.tsx';
import styles from './search.module.css';

/** Of the contract: a longer query is refused, so a longer paste is cut here. */
const MOST_LETTERS = 2_000;

/** The search: one field, and the pages it finds while a person types. */
export function SearchSection() {
  const { t } = useTranslation('search');
  const { text, state } = useSearch();
  const answer = answerOf(state);
  const rows = useMemo(() => flattenHits(answer?.outcome.documents ?? []), [answer]);
  const ids = useMemo(() => rows.map(({ documentId, hit }) => `${documentId}/${hit.page}`), [rows]);
  const book = useSearchBook();
  const isEmpty = text.trim() === '';
  const before = useMemo(() => (isEmpty ? bookRows(book) : []), [isEmpty, book]);
  const keys = useMemo(() => (isEmpty ? before.map(bookRowKey) : ids), [isEmpty, before, ids]);
  const moving = useMoving(keys, answer?.query ?? '', (index) => {
    document.getElementById(hitId(index))?.scrollIntoView({ block: 'nearest' });
  });
  useSearchAgain();
  return (
    <section className={styles['section']} aria-label={t('title')} role="search">
      <div className={styles['bar']}>
        <Search size={18} aria-hidden />
        <Input
          id={SEARCH_FIELD_ID}
          large
          autoFocus
          role="combobox"
          aria-label={t('placeholder')}
          aria-expanded={keys.length > 0}
          aria-controls="search-results"
          aria-activedescendant={keys.length > 0 ? hitId(moving.at) : undefined}
          placeholder={t('placeholder')}
          maxLength={MOST_LETTERS}
          value={text}
          onChange={(event) => typeSearch(event.target.value)}
          onKeyDown={(event) => {
            const earlier = before[moving.at];
            if (event.key === 'Escape' && text !== '') typeSearch('');
            else if (earlier !== undefined && event.key === 'Enter') runRow(earlier);
            else if (earlier !== undefined && event.key === 'Delete') removeRow(earlier);
            else if (event.key === 'Enter') {
              const row = rows[moving.at];
              if (row !== undefined && state.kind === 'answered') {
                openHit(row, event.ctrlKey || event.metaKey);
              } else {
                void rememberSearch(text.trim());
                searchNow();
              }
            } else if (event.key.startsWith('Arrow') || event.key.startsWith('Page')) {
              moving.onKey(event);
            }
          }}
        />
        {!isEmpty && <SaveButton />}
        {text !== '' && <IconButton icon={X} label={t('clear')} onClick={() => typeSearch('')} />}
      </div>
      {isEmpty && <SearchBookList rows={before} active={moving.at} />}
      <SearchResults active={moving.at} onActive={moving.moveTo} />
    </section>
  );
}

/** Filled when the search in the field is a saved one; then it is renamed. */
function SaveButton() {
  const { t } = useTranslation(['search', 'actions']);
  const text = useSearch((search) => search.text.trim());
  const known = useSearchBook(({ saved }) => saved.find(({ query }) => query === text));
  return (
    <IconButton
      icon={known ? BookmarkCheck : Bookmark}
      label={known ? t('saved-as', { name: known.name }) : t('actions:search.save')}
      onClick={saveSearch}
    />
  );
}

/** New documents or notes may be hits: ask again when they come. */
function useSearchAgain(): void {
  const revision = useChanges((counts) => counts.document);
  useEffect(() => {
    if (useSearch.getState().text !== '') searchNow();
  }, [revision]);
}
