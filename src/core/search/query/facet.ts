/** Facets: what narrows a search without being a word of the text (`lang:be`, `tag:"torture"`, `kind:pdf`). */
import { foldName } from '../../library/queries/fold-name.ts';

export const FACETS = ['kind', 'lang', 'tag', 'case', 'event'] as const;
export type Facet = (typeof FACETS)[number];

export interface FacetFilter {
  readonly facet: Facet;
  /** Folded as names are. */
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
  const value = foldName(groups['value'] ?? '');
  return value === '' ? undefined : { facet, value, excludes: groups['sign'] === '-' };
}
