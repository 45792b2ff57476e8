import { openFacets } from '../../../stores/search-facets.ts';
import { showSection } from '../../../stores/view.ts';
import { FACET_PANEL_ID } from './facet-panel.tsx';

/** Shows what the search can be narrowed to, with the focus on the first choice. */
export function focusFacets(): void {
  showSection('search');
  openFacets(true);
  // The panel may come onto the screen with this very change.
  requestAnimationFrame(() => {
    document
      .getElementById(FACET_PANEL_ID)
      ?.querySelector<HTMLElement>('button:enabled:not([tabindex="-1"])')
      ?.focus();
  });
}
