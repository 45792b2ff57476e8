/** The days that the pages of a document mention, found in slices outside of any transaction. */
import { encodeMentions } from './date-codec.ts';
import { findDates, type FoundDate } from './find-dates.ts';

export class PreparedDates {
  readonly #pages: readonly string[];
  readonly #found: { page: number; dates: readonly FoundDate[] }[] = [];

  /** @param pages texts of all pages from the first. */
  constructor(pages: readonly string[]) {
    this.#pages = pages;
  }

  /** @param budgetMs milliseconds; a page takes about a tenth of one. @returns true when there is more to do. */
  work(budgetMs: number): boolean {
    const end = performance.now() + budgetMs;
    do {
      const text = this.#pages[this.#found.length];
      if (text === undefined) return false;
      this.#found.push({ page: this.#found.length + 1, dates: findDates(text) });
    } while (performance.now() < end);
    return this.#found.length < this.#pages.length;
  }

  /** What `work` left is done now. */
  finish(): FoundDates {
    while (this.work(Number.POSITIVE_INFINITY));
    const all = this.#found.flatMap(({ dates }) => dates);
    return {
      bytes: encodeMentions(this.#found),
      first:
        all.length === 0 ? null : all.reduce((day, { first }) => Math.min(day, first), Infinity),
      last: all.length === 0 ? null : all.reduce((day, { last }) => Math.max(day, last), 0),
    };
  }
}

/** As they are stored: the days by page, and the earliest and latest of them. */
export interface FoundDates {
  readonly bytes: Buffer;
  readonly first: number | null;
  readonly last: number | null;
}
