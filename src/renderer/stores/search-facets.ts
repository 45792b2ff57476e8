/** What the search on the screen can be narrowed to. Asked for after its pages; the question asked last wins. */
import { create } from 'zustand';
import type { FacetChosen, SearchFacets } from '../../shared/domain/facets.ts';
import type { SpellingChoice } from '../../shared/domain/search.ts';
import { withFacet, withOnlyFacet, withoutFacet } from '../../shared/search/facet-text.ts';
import { DAY_FACETS, type Facet } from '../../shared/search/facets.ts';
import { call } from '../api.ts';

export interface SearchFacetsSlice {
  /** Those of the query before stay until the new ones come; null while nothing is searched. */
  readonly facets: SearchFacets | null;
  /** Whether they are shown where there is no room for them beside the pages. */
  readonly isOpen: boolean;
}

export const useSearchFacets = create<SearchFacetsSlice>()(() => ({ facets: null, isOpen: false }));

let asked = 0;

export async function askFacets(query: string, choice: SpellingChoice): Promise<void> {
  const number = ++asked;
  const outcome = await call('search.facets', { query, choice });
  // They are a help beside the pages: without them the search is whole.
  if (number === asked && outcome.ok) useSearchFacets.setState({ facets: outcome.value });
}

export function forgetFacets(): void {
  asked += 1;
  useSearchFacets.setState({ facets: null });
}

export function openFacets(isOpen: boolean): void {
  useSearchFacets.setState({ isOpen });
}

/** The query with a value added, or taken out when it is there; one stretch of days takes the place of another. */
export function toggledFacet(
  text: string,
  facet: Facet,
  value: string,
  chosen: FacetChosen,
): string {
  if (chosen !== 'no') return withoutFacet(text, facet, value);
  return DAY_FACETS.some((days) => days === facet)
    ? withOnlyFacet(text, facet, value)
    : withFacet(text, facet, value);
}
