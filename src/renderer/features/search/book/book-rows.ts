/** Saved and recent searches as rows that the keys move over. */
import type { SavedSearch, SearchBook } from '../../../../shared/domain/saved-search.ts';
import { runSearch } from '../../../stores/search.ts';
import { forgetSearch } from '../../../stores/search-book.ts';
import { runCommand } from '../../../stores/history.ts';

export type BookRow = { kind: 'saved'; search: SavedSearch } | { kind: 'recent'; query: string };

export function bookRows({ saved, recent }: SearchBook): BookRow[] {
  return [
    ...saved.map((search): BookRow => ({ kind: 'saved', search })),
    ...recent.map((query): BookRow => ({ kind: 'recent', query })),
  ];
}

export function bookRowKey(row: BookRow): string {
  return row.kind === 'saved' ? `saved ${row.search.id}` : `recent ${row.query}`;
}

export function runRow(row: BookRow): void {
  if (row.kind === 'recent') runSearch(row.query);
  else runSearch(row.search.query, row.search.order, row.search.choice);
}

export function removeRow(row: BookRow): void {
  if (row.kind === 'recent') void forgetSearch(row.query);
  else void runCommand({ kind: 'saved-search.delete', id: row.search.id });
}
