/** What the index does when nobody waits for it: index what is missing or out of date, take words out, merge, sweep. */
import type { LibraryDatabase } from '../../library/connection.ts';
import type { Analysis } from '../analysis/analysis.ts';
import type { IndexViewCache } from '../index/index-view.ts';
import type { IndexWriter } from '../index/index-writer.ts';
import { dropSegment, sweepStep, touchGeneration } from '../index/segment-store.ts';
import { choosePurge, chooseWork, type Work } from './choose-work.ts';
import { rebuild } from './rebuild.ts';

export class Maintenance {
  readonly #database: LibraryDatabase;
  readonly #analysis: Analysis;
  readonly #views: IndexViewCache;
  readonly #writer: IndexWriter;
  /** What is under way, and what chose it. */
  #job: { readonly steps: Iterator<void>; readonly choose: typeof chooseWork } | undefined;

  constructor(
    database: LibraryDatabase,
    analysis: Analysis,
    views: IndexViewCache,
    writer: IndexWriter,
  ) {
    this.#database = database;
    this.#analysis = analysis;
    this.#views = views;
    this.#writer = writer;
  }

  /**
   * Works in short transactions of its own until nothing is left or the time is over.
   * @param budgetMs milliseconds, 0 for a single step; the step under way is finished, so it may last some 30 ms longer.
   * @returns true when there is more to do.
   */
  run(budgetMs: number): boolean {
    return this.#work(budgetMs, chooseWork);
  }

  /**
   * Builds segments anew until no word of a removed page is left in the index, or the time is over.
   * @returns true when there is more to do.
   */
  purge(budgetMs: number): boolean {
    // What else it was building may have the words, too.
    if (this.#job?.choose !== choosePurge) this.#job = undefined;
    return this.#work(budgetMs, choosePurge);
  }

  /** Forgets the whole index; `run` builds it again. */
  discard(): void {
    this.#job = undefined;
    this.#database.transaction(() => {
      this.#database.exec(`
        DELETE FROM search_document;
        DELETE FROM search_tombstone;
        UPDATE search_segment SET state = 'dropped';
      `);
      touchGeneration(this.#database);
    })();
  }

  #work(budgetMs: number, choose: typeof chooseWork): boolean {
    const end = performance.now() + budgetMs;
    do if (!this.#step(choose)) return false;
    while (performance.now() < end);
    return true;
  }

  #step(choose: typeof chooseWork): boolean {
    if (this.#job !== undefined) {
      this.#continue(this.#job.steps);
      return true;
    }
    if (this.#transaction(() => sweepStep(this.#database))) return true;
    const work = choose(this.#database, this.#views.current());
    if (work === undefined) return false;
    this.#begin(work, choose);
    return true;
  }

  #begin(work: Work, choose: typeof chooseWork): void {
    if (work.kind === 'drop') {
      this.#transaction(() => {
        dropSegment(this.#database, work.segment.id);
      });
      return;
    }
    const steps = rebuild(
      {
        database: this.#database,
        analysis: this.#analysis,
        views: this.#views,
        writer: this.#writer,
      },
      work,
    );
    this.#job = { steps, choose };
  }

  /** A job that fails is not gone on with: what it has written is swept. */
  #continue(steps: Iterator<void>): void {
    let isDone = true;
    try {
      isDone = steps.next().done === true;
    } finally {
      if (isDone) this.#job = undefined;
    }
  }

  #transaction<Result>(run: () => Result): Result {
    return this.#database.transaction(run).immediate();
  }
}
