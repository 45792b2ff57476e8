/** What a search can be narrowed to, with how many documents each choice would leave. */
import type { DayFacet, Facet } from '../search/facets.ts';

/** Whether the query keeps to a value, or leaves it out. */
export type FacetChosen = 'no' | 'with' | 'without';

export interface FacetValue {
  /** What is written after the facet. */
  readonly value: string;
  /** As a person wrote it; for `kind`, `lang` and `reliability` the same as `value`. */
  readonly name: string;
  readonly documents: number;
  readonly chosen: FacetChosen;
}

export interface FacetGroup {
  readonly facet: Exclude<Facet, DayFacet>;
  /** Those chosen first, then by number of documents. */
  readonly values: readonly FacetValue[];
  /** Values that are not listed. */
  readonly more: number;
}

export interface DayBar {
  /** The range, as it is written after the facet: `2010..2019`, `2011`, `2011-08`. */
  readonly value: string;
  readonly documents: number;
  readonly chosen: FacetChosen;
}

/** Documents by time, from the widest row down to what was chosen: decades, years, months. */
export interface DayHistogram {
  readonly facet: DayFacet;
  readonly rows: readonly (readonly DayBar[])[];
}

export interface SearchFacets {
  /** Documents that match. */
  readonly documents: number;
  /** Without those that have nothing to choose. */
  readonly groups: readonly FacetGroup[];
  readonly days: readonly DayHistogram[];
}
