/** All SQL that writes segments. Nothing here begins a transaction: the caller's is open. */
import { randomInt } from 'node:crypto';
import type { LibraryDatabase } from '../../library/connection.ts';
import { encodeOrdinals, encodePostings } from './posting-codec.ts';
import { encodePages } from './segment-pages.ts';
import type { SegmentBuilder } from './segment-builder.ts';
import { prepared } from './prepared.ts';

/** A random number for rows whose id SQLite may give again after a rollback; equal tokens mean equal content. */
export function freshToken(): number {
  return randomInt(1, 2 ** 47);
}

/** Tells every cache that the index is not what it was. Random, so that a rolled-back value never comes again. */
export function touchGeneration(database: LibraryDatabase): void {
  prepared(database, 'UPDATE search_state SET generation = ?').run(freshToken());
}

/** Writes what the builder collected as a new segment. */
export function writeSegment(database: LibraryDatabase, builder: SegmentBuilder): void {
  if (builder.pages.length === 0) return;
  const { lastInsertRowid } = prepared(
    database,
    `INSERT INTO search_segment (token, state, pages) VALUES (?, 'live', ?)`,
  ).run(freshToken(), encodePages(builder.pages));
  const segmentId = Number(lastInsertRowid);
  const termIds = writeTerms(database, [...builder.terms.keys()]);
  const insert = prepared(
    database,
    'INSERT INTO search_posting (segment_id, term_id, postings, ordinals) VALUES (?, ?, ?, ?)',
  );
  const entries = [...builder.terms].map(([term, places]) => ({
    id: termIds.get(term) ?? 0,
    places,
  }));
  entries.sort((a, b) => a.id - b.id);
  for (const { id, places } of entries) {
    insert.run(segmentId, id, encodePostings(places), encodeOrdinals(places));
  }
  writeDictionary(database, builder, termIds);
}

/**
 * Writes under which words the terms stand on the builder's pages: forms and names.
 * @param termIds words of terms that have none are left out.
 * @returns how many entries were missing.
 */
export function writeDictionary(
  database: LibraryDatabase,
  builder: SegmentBuilder,
  termIds: ReadonlyMap<string, number>,
): number {
  let added = 0;
  for (const [form, terms] of builder.forms) {
    for (const term of terms) {
      const termId = termIds.get(term);
      if (termId !== undefined && insertForm(database, form, termId)) added += 1;
    }
  }
  for (const { keys, term, spelling } of builder.names()) {
    const termId = termIds.get(term);
    if (termId === undefined) continue;
    for (const key of keys) if (insertName(database, key, termId, spelling)) added += 1;
  }
  return added;
}

/** Does nothing when it is there. Answers whether it was missing. */
export function insertForm(database: LibraryDatabase, form: string, termId: number): boolean {
  const insert = prepared(
    database,
    'INSERT OR IGNORE INTO search_form (form, term_id) VALUES (?, ?)',
  );
  return insert.run(form, termId).changes > 0;
}

/** Does nothing when the term has another spelling under the key. Answers whether one was missing. */
export function insertName(
  database: LibraryDatabase,
  key: string,
  termId: number,
  spelling: string,
): boolean {
  const insert = prepared(
    database,
    'INSERT OR IGNORE INTO search_name (key, term_id, spelling) VALUES (?, ?, ?)',
  );
  return insert.run(key, termId, spelling).changes > 0;
}

function writeTerms(database: LibraryDatabase, terms: readonly string[]): Map<string, number> {
  const find = prepared<number>(database, 'SELECT id FROM search_term WHERE term = ?').pluck();
  const insert = prepared(database, 'INSERT INTO search_term (term) VALUES (?)');
  const ids = new Map<string, number>();
  for (const term of terms) {
    ids.set(term, find.get(term) ?? Number(insert.run(term).lastInsertRowid));
  }
  return ids;
}

/** Marks pages as gone; a merge takes their postings away. */
export function buryPages(
  database: LibraryDatabase,
  places: readonly { segmentId: number; local: number }[],
): void {
  const insert = prepared(
    database,
    'INSERT OR IGNORE INTO search_tombstone (segment_id, local) VALUES (?, ?)',
  );
  for (const { segmentId, local } of places) insert.run(segmentId, local);
}
