/** Everything that is stored of a document for searching it, made before the document exists. */
import type { PreparedDates } from '../dates/prepared-dates.ts';
import type { PreparedDocument } from './index/prepared-document.ts';

/** Call `work` until it answers false, then give it to `addDocument`. */
export class PreparedEntries {
  readonly words: PreparedDocument;
  readonly dates: PreparedDates;

  constructor(words: PreparedDocument, dates: PreparedDates) {
    this.words = words;
    this.dates = dates;
  }

  /** Works on it for about so many milliseconds. @returns true when there is more to do. */
  work(budgetMs: number): boolean {
    return this.words.work(budgetMs) || this.dates.work(budgetMs);
  }
}
