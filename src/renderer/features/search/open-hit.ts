import { useSearch } from '../../stores/search.ts';
import { rememberSearch } from '../../stores/search-book.ts';
import { openFromList } from '../../stores/view.ts';
import type { HitRow } from './flatten-hits.ts';

/**
 * Opens the reader at the first marked word of a hit, with every marked word of the page outlined.
 * @param beside in the other pane of the reader
 */
export function openHit({ documentId, hit }: HitRow, beside: boolean): void {
  void rememberSearch(useSearch.getState().text.trim());
  const first = hit.snippet.marks[0];
  const start = first === undefined ? undefined : hit.snippet.start + first.start;
  const end = first === undefined ? undefined : hit.snippet.start + first.end;
  openFromList(
    {
      documentId,
      page: hit.page,
      marks: hit.marks,
      ...(start !== undefined && end !== undefined ? { start, end } : {}),
    },
    beside,
  );
}
