/** Facets: what narrows a search without being a word of the text (`lang:be`, `tag:"torture"`, `date:2010..2012`). */

export const FACETS = [
  'kind',
  'lang',
  'tag',
  'case',
  'event',
  'date',
  'source',
  'reliability',
  'mentions',
] as const;
export type Facet = (typeof FACETS)[number];

/** Facets of days: their values are ranges, and one choice takes the place of the other. */
export const DAY_FACETS = ['date', 'mentions'] as const satisfies readonly Facet[];
export type DayFacet = (typeof DAY_FACETS)[number];
