/** Facets as a query names them. */
import { FACETS, type Facet } from '../../../shared/search/facets.ts';
import { foldValue } from '../../../shared/search/fold-value.ts';

export interface FacetFilter {
  readonly facet: Facet;
  /** Folded. */
  readonly value: string;
  /** True keeps the pages that do not have it. */
  readonly excludes: boolean;
}

const PREFIX = new RegExp(`^(?<sign>[+\\-]?)(?<facet>${FACETS.join('|')}):(?<value>.*)$`, 'sv');

/** The filter a word or a quoted piece (with its prefix in front) stands for, if any. */
export function parseFacet(text: string): FacetFilter | undefined {
  const groups = PREFIX.exec(text)?.groups;
  const facet = FACETS.find((known) => known === groups?.['facet']);
  if (groups === undefined || facet === undefined) return undefined;
  const value = foldValue(groups['value'] ?? '');
  return value === '' ? undefined : { facet, value, excludes: groups['sign'] === '-' };
}
