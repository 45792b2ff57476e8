/** What «find in document» finds. */
import type { SearchMark } from './search.ts';

export interface FoundPage {
  /** 1-based. */
  readonly page: number;
  /** In reading order, at least one. */
  readonly marks: readonly SearchMark[];
}

/** Of one block of pages; more are of no use to a person. */
export const MOST_FOUND_AT_ONCE = 5_000;
