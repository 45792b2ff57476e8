/** A query after parsing, before the index is asked. */
import type { SearchNotice } from '../../../shared/domain/search.ts';

import type { FacetFilter } from '../facets/facet.ts';

export type Presence = 'optional' | 'required' | 'prohibited';

interface ClauseBase {
  readonly presence: Presence;
  /** Indices into FIELDS. */
  readonly fields: readonly number[];
  readonly boost: number;
}

export type QueryClause = ClauseBase &
  /** `exact` asks for no other spelling of a name. */
  (
    | { readonly kind: 'word'; readonly word: string; readonly exact?: true }
    /** `*` stands for any letters. Folded. */
    | { readonly kind: 'pattern'; readonly pattern: string }
    /** Folded; `distance` counts letters inserted, dropped, replaced or swapped. */
    | { readonly kind: 'fuzzy'; readonly word: string; readonly distance: number }
    /** At least two words that follow each other. */
    | { readonly kind: 'phrase'; readonly words: readonly string[] }
  );

/**
 * A page matches a group when it has all its required clauses and none of its prohibited ones, and at least one
 * optional clause if nothing is required. It matches the query when it matches any group (`a AND b OR c AND d`).
 */
export interface ParsedQuery {
  readonly groups: readonly (readonly QueryClause[])[];
  /** Hold for the whole query, wherever they stand in it. */
  readonly facets: readonly FacetFilter[];
  readonly notices: readonly SearchNotice[];
}
