/**
 * Deletes, in slices, what no page needs any more: rows of dropped segments, then words that stand nowhere. Names in a
 * removed document must not stay in the dictionary.
 */
import type { LibraryDatabase } from '../../library/connection.ts';
import { prepared } from '../index/prepared.ts';

/** Rows deleted in one slice; each term of them is looked up in every segment, which takes about 10 ms. */
const ROWS_OF_A_SLICE = 200;
const FORMS_OF_A_SLICE = 2_000;

/** Deletes one slice of a dropped segment; false when there is none. */
export function sweepDroppedSegment(database: LibraryDatabase): boolean {
  const segmentId = prepared<number>(
    database,
    `SELECT id FROM search_segment WHERE state = 'dropped' LIMIT 1`,
  )
    .pluck()
    .get();
  if (segmentId === undefined) return false;
  const termIds = prepared<number>(
    database,
    `SELECT term_id FROM search_posting WHERE segment_id = ? ORDER BY term_id LIMIT ${ROWS_OF_A_SLICE}`,
  )
    .pluck()
    .all(segmentId);
  if (termIds.length === 0) {
    prepared(database, 'DELETE FROM search_segment WHERE id = ?').run(segmentId);
    return true;
  }
  const deletePosting = prepared(
    database,
    'DELETE FROM search_posting WHERE segment_id = ? AND term_id = ?',
  );
  const stands = prepared(
    database,
    `SELECT 1 FROM search_segment CROSS JOIN search_posting
     ON segment_id = search_segment.id AND term_id = ? LIMIT 1`,
  );
  const deleteTerm = prepared(database, 'DELETE FROM search_term WHERE id = ?');
  const deleteNames = prepared(database, 'DELETE FROM search_name WHERE term_id = ?');
  let orphans = 0;
  for (const termId of termIds) {
    deletePosting.run(segmentId, termId);
    if (stands.get(termId) !== undefined) continue;
    orphans += deleteTerm.run(termId).changes;
    deleteNames.run(termId);
  }
  if (orphans > 0) startFormSweep(database);
  return true;
}

/** Has all forms looked through from the first one. */
export function startFormSweep(database: LibraryDatabase): void {
  prepared(database, `UPDATE search_state SET form_sweep = '${FROM_START}'`).run();
}

/** What `search_state.form_sweep` holds: null when nothing is to be done. It held the last form looked at once. */
const FROM_START = '';
const GOES_ON = '.';

/** Looks through all forms in alphabetical order. Where it is stays in memory: the word there may be one that goes. */
export class FormSweep {
  readonly #database: LibraryDatabase;
  #after = '';

  constructor(database: LibraryDatabase) {
    this.#database = database;
  }

  /** For when a step was rolled back. */
  restart(): void {
    this.#after = '';
  }

  /** Deletes forms whose term is gone, one slice of them; false when none can be left. */
  step(): boolean {
    const state = prepared<string | null>(
      this.#database,
      'SELECT form_sweep FROM search_state',
    ).pluck();
    const found = state.get() ?? null;
    if (found === null) return false;
    if (found === FROM_START) this.restart();
    const to = prepared<string>(
      this.#database,
      `SELECT form FROM search_form WHERE form > ? ORDER BY form LIMIT 1 OFFSET ${FORMS_OF_A_SLICE}`,
    )
      .pluck()
      .get(this.#after);
    prepared(
      this.#database,
      `DELETE FROM search_form WHERE form > @after AND (@to IS NULL OR form <= @to)
         AND NOT EXISTS (SELECT 1 FROM search_term WHERE search_term.id = term_id)`,
    ).run({ after: this.#after, to: to ?? null });
    this.#after = to ?? '';
    const next = to === undefined ? null : GOES_ON;
    prepared(this.#database, 'UPDATE search_state SET form_sweep = ?').run(next);
    return true;
  }
}
