/** All SQL that writes segments. Nothing here begins a transaction: the caller's is open. */
import { randomInt } from 'node:crypto';
import type { LibraryDatabase } from '../../library/connection.ts';
import { noteTraces } from '../../library/traces.ts';
import type { Block } from './block.ts';
import { prepared } from './prepared.ts';
import type { EncodedSegment } from './segment-builder.ts';
import { encodeDirectory } from './segment-directory.ts';
import { encodePages } from './segment-pages.ts';

/** Blocks of a segment have the numbers from its id times this on. */
const MOST_BLOCKS = 2 ** 20;
/** Blocks deleted in one step: with them a step writes about as much as one of building. */
const BLOCKS_OF_A_STEP = 40;

/** A place in the index. */
export interface IndexedPlace {
  readonly segmentId: number;
  readonly local: number;
}

/** A random number for rows whose id SQLite may give again after a rollback; equal tokens mean equal content. */
export function freshToken(): number {
  return randomInt(1, 2 ** 47);
}

/** Tells every cache that the index is not what it was. Random, so that a rolled-back value never comes again. */
export function touchGeneration(database: LibraryDatabase): void {
  prepared(database, 'UPDATE search_state SET generation = ?').run(freshToken());
}

export function blockId(segmentId: number, number: number): number {
  return segmentId * MOST_BLOCKS + number;
}

/** Makes room for a segment that is not searched before `publishSegment`. */
export function beginSegment(
  database: LibraryDatabase,
  { pages, directory }: EncodedSegment,
): number {
  const { lastInsertRowid } = prepared(
    database,
    `INSERT INTO search_segment (token, state, pages, directory) VALUES (?, 'building', ?, ?)`,
  ).run(freshToken(), encodePages(pages), encodeDirectory(directory));
  return Number(lastInsertRowid);
}

export function writeBlock(
  database: LibraryDatabase,
  segmentId: number,
  number: number,
  { words, lists }: Block,
): void {
  prepared(database, 'INSERT INTO search_block (id, words, lists) VALUES (?, ?, ?)').run(
    blockId(segmentId, number),
    words,
    lists,
  );
}

export function publishSegment(database: LibraryDatabase, segmentId: number): void {
  prepared(database, `UPDATE search_segment SET state = 'live' WHERE id = ?`).run(segmentId);
  touchGeneration(database);
}

/** Writes a whole segment at once. */
export function writeSegment(database: LibraryDatabase, segment: EncodedSegment): void {
  if (segment.pages.length === 0) return;
  const segmentId = beginSegment(database, segment);
  segment.blocks.forEach((block, number) => {
    writeBlock(database, segmentId, number, block);
  });
  publishSegment(database, segmentId);
}

/** Takes a segment out of the search; its blocks are deleted by `sweepStep`. */
export function dropSegment(database: LibraryDatabase, segmentId: number): void {
  if (holdsDeletedWords(database, segmentId)) noteTraces(database, 'library');
  prepared(database, `UPDATE search_segment SET state = 'dropped' WHERE id = ?`).run(segmentId);
  prepared(database, 'DELETE FROM search_tombstone WHERE segment_id = ?').run(segmentId);
  touchGeneration(database);
}

function holdsDeletedWords(database: LibraryDatabase, segmentId: number): boolean {
  const select = prepared<number>(
    database,
    'SELECT 1 FROM search_tombstone WHERE segment_id = ? AND holds_words = 1 LIMIT 1',
  );
  return select.pluck().get(segmentId) !== undefined;
}

/**
 * Deletes some blocks of a segment that is dropped, or that a killed process left unfinished; not to be called while one is
 * being built.
 * @returns false when there is none.
 */
export function sweepStep(database: LibraryDatabase): boolean {
  const segmentId = prepared<number>(
    database,
    `SELECT id FROM search_segment WHERE state <> 'live' LIMIT 1`,
  )
    .pluck()
    .get();
  if (segmentId === undefined) return false;
  const blocks = prepared<number>(
    database,
    `SELECT id FROM search_block WHERE id >= ? AND id < ? ORDER BY id LIMIT ${BLOCKS_OF_A_STEP}`,
  )
    .pluck()
    .all(blockId(segmentId, 0), blockId(segmentId + 1, 0));
  const [first] = blocks;
  if (first === undefined) {
    prepared(database, 'DELETE FROM search_segment WHERE id = ?').run(segmentId);
  } else {
    prepared(database, 'DELETE FROM search_block WHERE id >= ? AND id <= ?').run(
      first,
      blocks.at(-1),
    );
  }
  return true;
}

/**
 * Marks pages as gone.
 * @param holdsWords true when their words may stand nowhere else any more, so that the segment has to be built anew.
 */
export function buryPages(
  database: LibraryDatabase,
  places: readonly IndexedPlace[],
  holdsWords: boolean,
): void {
  const insert = prepared(
    database,
    'INSERT OR IGNORE INTO search_tombstone (segment_id, local, holds_words) VALUES (?, ?, ?)',
  );
  for (const { segmentId, local } of places) insert.run(segmentId, local, Number(holdsWords));
}
