/** The days that the pages of the library mention (table `search_date`), found when pages come and in idle moments. */
import type { LibraryDatabase } from '../library/connection.ts';
import { prepared } from '../search/index/prepared.ts';
import type { DayRange } from './day-range.ts';
import { decodeMentions, type Mention } from './date-codec.ts';
import { DATES_VERSION } from './find-dates.ts';
import { PreparedDates } from './prepared-dates.ts';

export interface DocumentMentions {
  readonly documentId: number;
  /** In reading order. */
  readonly mentions: readonly Mention[];
}

export class PageDates {
  readonly #database: LibraryDatabase;

  constructor(database: LibraryDatabase) {
    this.#database = database;
  }

  /**
   * Stores the days that a document mentions; inside the caller's transaction.
   * @param found without them, its pages are looked through now.
   */
  add(documentId: number, found: PreparedDates = this.#find(documentId)): void {
    const { bytes, first, last } = found.finish();
    prepared(
      this.#database,
      `INSERT OR REPLACE INTO search_date (document_id, version, first_day, last_day, dates)
       VALUES (?, ?, ?, ?, ?)`,
    ).run(documentId, DATES_VERSION, first, last, bytes);
  }

  remove(documentId: number): void {
    prepared(this.#database, 'DELETE FROM search_date WHERE document_id = ?').run(documentId);
  }

  /** Forgets all; `work` finds them again. */
  discard(): void {
    this.#database.exec('DELETE FROM search_date');
  }

  /**
   * Looks through documents that were not, or by an older finder, each in a transaction of its own: a killed process
   * leaves off between two documents.
   * @param end as `performance.now()` counts; the document under way is finished.
   * @returns true when there is more to do.
   */
  work(end: number): boolean {
    const next = prepared<number>(
      this.#database,
      `SELECT id FROM source_document WHERE pages > 0 AND NOT EXISTS (
         SELECT 1 FROM search_date WHERE document_id = id AND version = ?) ORDER BY id LIMIT 1`,
    ).pluck();
    do {
      const id = next.get(DATES_VERSION);
      if (id === undefined) return false;
      this.#database.transaction(() => this.add(id)).immediate();
    } while (performance.now() < end);
    return true;
  }

  /** Documents that may mention a day of the range: those whose first and last days lie around it. */
  *mentioning({ first, last }: DayRange): Generator<DocumentMentions> {
    const rows = prepared<{ documentId: number; dates: Buffer }>(
      this.#database,
      `SELECT document_id AS documentId, dates FROM search_date WHERE first_day <= ? AND last_day >= ?`,
    );
    for (const { documentId, dates } of rows.all(last, first)) {
      yield { documentId, mentions: decodeMentions(dates) };
    }
  }

  /** Looks through all pages again. @returns the number of documents whose days are not those of their pages. */
  verify(): number {
    const stored = new Map(
      prepared<{ id: number; version: number; dates: Buffer }>(
        this.#database,
        'SELECT document_id AS id, version, dates FROM search_date',
      )
        .all()
        .map((row) => [row.id, row]),
    );
    const documents = prepared<number>(this.#database, 'SELECT id FROM source_document');
    let problems = 0;
    for (const id of documents.pluck().all()) {
      const row = stored.get(id);
      stored.delete(id);
      // Not looked through yet, or by another version: done in idle moments.
      if (row?.version !== DATES_VERSION) continue;
      if (!row.dates.equals(this.#find(id).finish().bytes)) problems += 1;
    }
    return problems + stored.size;
  }

  /** Pages are numbered from 1 without gaps. */
  #find(documentId: number): PreparedDates {
    const pages = prepared<string>(
      this.#database,
      'SELECT text FROM page WHERE document_id = ? ORDER BY number',
    );
    return new PreparedDates(pages.pluck().all(documentId));
  }
}
