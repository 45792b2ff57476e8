/** Searches a person keeps by name, and those of late. */
import type { SearchOrder, SpellingChoice } from './search.ts';

export interface SearchToSave {
  readonly query: string;
  readonly order: SearchOrder;
  readonly choice: SpellingChoice;
}

export interface SavedSearch extends SearchToSave {
  readonly id: number;
  readonly name: string;
}

export interface SearchBook {
  /** By name. */
  readonly saved: readonly SavedSearch[];
  /** Queries, the latest first. */
  readonly recent: readonly string[];
}
