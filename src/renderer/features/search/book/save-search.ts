/** Saves the search in the field, or names the saved one that it is. */
import { isLibraryOpen } from '../../../stores/session.ts';
import { useSearch } from '../../../stores/search.ts';
import { useSearchBook } from '../../../stores/search-book.ts';
import { showDialog, useView } from '../../../stores/view.ts';

export function canSaveSearch(): boolean {
  return (
    isLibraryOpen() &&
    useView.getState().section === 'search' &&
    useSearch.getState().text.trim() !== ''
  );
}

export function saveSearch(): void {
  const { text, order, choice } = useSearch.getState();
  const query = text.trim();
  const known = useSearchBook.getState().saved.find((saved) => saved.query === query);
  if (known) showDialog({ kind: 'rename-search', search: known });
  else showDialog({ kind: 'save-search', search: { query, order, choice } });
}
