/** What the index does when nobody waits for it: index what is missing or out of date, recall forms, merge, sweep. */
import type { LibraryDatabase } from '../../library/connection.ts';
import { ANALYSIS_VERSION } from '../analysis/analyser.ts';
import type { FormRecall } from '../forget/recall-forms.ts';
import type { IndexViewCache } from '../index/index-view.ts';
import type { IndexWriter } from '../index/index-writer.ts';
import { touchGeneration } from '../index/segment-store.ts';
import { chooseMerge } from './choose-merge.ts';
import { beginMerge, continueMerge, dropSegment } from './merge-segments.ts';
import { FormSweep, sweepDroppedSegment } from './sweep.ts';
import { prepared } from '../index/prepared.ts';

/** A transaction takes steps for this long: a commit waits for the disk, so one for each step would be slower. */
const TRANSACTION_MS = 20;

export class Maintenance {
  readonly #database: LibraryDatabase;
  readonly #views: IndexViewCache;
  readonly #writer: IndexWriter;
  readonly #recall: FormRecall;
  readonly #forms: FormSweep;

  constructor(
    database: LibraryDatabase,
    views: IndexViewCache,
    writer: IndexWriter,
    recall: FormRecall,
  ) {
    this.#database = database;
    this.#views = views;
    this.#writer = writer;
    this.#recall = recall;
    this.#forms = new FormSweep(database);
  }

  /**
   * Works in short transactions of its own until nothing is left or the time is over.
   * @param budgetMs milliseconds, 0 for a single step; the step under way is finished, so it may last some 30 ms longer.
   * @returns true when there is more to do.
   */
  run(budgetMs: number): boolean {
    const end = performance.now() + budgetMs;
    const steps = this.#database.transaction(() => {
      const pause = Math.min(performance.now() + TRANSACTION_MS, end);
      do if (!this.#step()) return false;
      while (performance.now() < pause);
      return true;
    });
    try {
      do if (!steps.immediate()) return false;
      while (performance.now() < end);
      return true;
    } catch (error) {
      // What they remember of a step that was rolled back did not happen.
      this.#recall.restart();
      this.#forms.restart();
      throw error;
    }
  }

  /** Forgets the whole index; `run` builds it again. */
  discard(): void {
    this.#database.transaction(() => {
      this.#database.exec(`
        DELETE FROM search_document;
        DELETE FROM search_merge;
        DELETE FROM search_tombstone;
        UPDATE search_segment SET state = 'dropped';
      `);
      touchGeneration(this.#database);
    })();
  }

  #step(): boolean {
    if (this.#indexNext() || this.#recall.step() || continueMerge(this.#database)) return true;
    const view = this.#views.current();
    const choice = chooseMerge(view);
    if (choice?.kind === 'drop') dropSegment(this.#database, choice.segment.id);
    else if (choice) beginMerge(this.#database, view, choice.sources);
    else return sweepDroppedSegment(this.#database) || this.#forms.step();
    return true;
  }

  #indexNext(): boolean {
    const documentId = prepared<number>(
      this.#database,
      `SELECT id FROM source_document WHERE pages > 0 AND NOT EXISTS (
           SELECT 1 FROM search_document WHERE document_id = id AND analysis_version = ?
         ) LIMIT 1`,
    )
      .pluck()
      .get(ANALYSIS_VERSION);
    if (documentId === undefined) return false;
    this.#writer.add(documentId);
    return true;
  }
}
