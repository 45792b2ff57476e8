import { showSection } from '../../stores/view.ts';

/** The search field; one exists while the search is shown. */
export const SEARCH_FIELD_ID = 'search-field';

/** Shows the search and puts the caret into its field, with what is there selected. */
export function focusSearch(): void {
  showSection('search');
  // The field may come onto the screen with this very change.
  requestAnimationFrame(() => {
    const field = document.getElementById(SEARCH_FIELD_ID);
    if (field instanceof HTMLInputElement) field.select();
  });
}
