/**
 * Writes several segments anew as one, in slices: each slice is a transaction of its own, what is half written is not
 * searched, and where it stopped stands in the database, so that a killed process goes on where it was.
 */
import type { LibraryDatabase } from '../../library/connection.ts';
import type { IndexView, Segment } from '../index/index-view.ts';
import {
  decodePlaces,
  encodeOrdinals,
  encodePostings,
  noPlaces,
  type TermPlaces,
} from '../index/posting-codec.ts';
import { pageAt, encodePages } from '../index/segment-pages.ts';
import { freshToken, touchGeneration } from '../index/segment-store.ts';
import { ByteReader, ByteWriter } from '../index/varint.ts';
import { prepared } from '../index/prepared.ts';

/** Posting lists read of each source in one slice; 16 sources of 100 lists take about 10 ms. */
const LISTS_OF_A_SLICE = 100;

export interface Source {
  readonly segmentId: number;
  /** Position in the target of each page of the source that was there when the merge began. */
  readonly targetLocals: ReadonlyMap<number, number>;
}

interface PostingRow {
  readonly term_id: number;
  readonly postings: Buffer;
  readonly ordinals: Buffer;
}

/** Plans the merge; the pages of the target are those that are there now. */
export function beginMerge(
  database: LibraryDatabase,
  view: IndexView,
  sources: readonly Segment[],
): void {
  const included = sources.map(({ base, pages }) =>
    Array.from({ length: pages.size }, (_, local) => local).filter(
      (local) => view.live[base + local] === 1,
    ),
  );
  const pages = sources.flatMap(
    (source, index) => included[index]?.map((local) => pageAt(source.pages, local)) ?? [],
  );
  const { lastInsertRowid: targetId } = prepared(
    database,
    `INSERT INTO search_segment (token, state, pages) VALUES (?, 'building', ?)`,
  ).run(freshToken(), encodePages(pages));
  const insert = prepared(
    database,
    'INSERT INTO search_merge (target_id, source_id, position, included) VALUES (?, ?, ?, ?)',
  );
  for (const [position, { id }] of sources.entries()) {
    insert.run(targetId, id, position, encodeLocals(included[position] ?? []));
  }
}

/** Does one slice of the merge that is under way; false when none is. */
export function continueMerge(database: LibraryDatabase): boolean {
  const target = prepared<{ id: number; next_term: number }>(
    database,
    `SELECT id, next_term FROM search_segment WHERE state = 'building' ORDER BY id LIMIT 1`,
  ).get();
  if (!target) return false;
  const sources = readSources(database, target.id);
  const rows = sources.map((source) => readSlice(database, source, target.next_term));
  // Only as far as the shortest full slice reaches are all sources known.
  const reach = Math.min(
    ...rows.map((list) =>
      list.length < LISTS_OF_A_SLICE ? Number.POSITIVE_INFINITY : (list.at(-1)?.term_id ?? 0),
    ),
  );
  const terms = new Map<number, TermPlaces>();
  for (const [index, source] of sources.entries()) {
    for (const row of rows[index] ?? []) {
      if (row.term_id > reach) break;
      let places = terms.get(row.term_id);
      if (!places) terms.set(row.term_id, (places = noPlaces()));
      append(places, decodePlaces(row.postings, row.ordinals), source.targetLocals);
    }
  }
  const insert = prepared(
    database,
    'INSERT INTO search_posting (segment_id, term_id, postings, ordinals) VALUES (?, ?, ?, ?)',
  );
  for (const [termId, places] of [...terms].sort(([a], [b]) => a - b)) {
    if (places.every((field) => field === null)) continue;
    insert.run(target.id, termId, encodePostings(places), encodeOrdinals(places));
  }
  if (reach === Number.POSITIVE_INFINITY) finishMerge(database, target.id, sources);
  else {
    const update = prepared(database, 'UPDATE search_segment SET next_term = ? WHERE id = ?');
    update.run(reach + 1, target.id);
  }
  return true;
}

/** The target takes the place of its sources; pages buried in the meantime are buried in it too. */
function finishMerge(
  database: LibraryDatabase,
  targetId: number,
  sources: readonly Source[],
): void {
  const tombstones = prepared<number>(
    database,
    'SELECT local FROM search_tombstone WHERE segment_id = ?',
  ).pluck();
  const bury = prepared(database, 'INSERT INTO search_tombstone (segment_id, local) VALUES (?, ?)');
  for (const { segmentId, targetLocals } of sources) {
    for (const local of tombstones.all(segmentId)) {
      const inTarget = targetLocals.get(local);
      if (inTarget !== undefined) bury.run(targetId, inTarget);
    }
    dropSegment(database, segmentId);
  }
  prepared(database, `UPDATE search_segment SET state = 'live' WHERE id = ?`).run(targetId);
  prepared(database, 'DELETE FROM search_merge WHERE target_id = ?').run(targetId);
  touchGeneration(database);
}

/** Takes a segment out of the search; its rows are deleted later, in slices. */
export function dropSegment(database: LibraryDatabase, segmentId: number): void {
  prepared(database, `UPDATE search_segment SET state = 'dropped' WHERE id = ?`).run(segmentId);
  prepared(database, 'DELETE FROM search_tombstone WHERE segment_id = ?').run(segmentId);
  touchGeneration(database);
}

/** What a merge under way takes its pages from, in order. */
export function readSources(database: LibraryDatabase, targetId: number): Source[] {
  const rows = prepared<{ source_id: number; included: Buffer }>(
    database,
    'SELECT source_id, included FROM search_merge WHERE target_id = ? ORDER BY position',
  ).all(targetId);
  let next = 0;
  return rows.map(({ source_id, included }) => ({
    segmentId: source_id,
    targetLocals: new Map(decodeLocals(included).map((local) => [local, next++])),
  }));
}

function readSlice(database: LibraryDatabase, source: Source, nextTerm: number): PostingRow[] {
  return prepared<PostingRow>(
    database,
    `SELECT term_id, postings, ordinals FROM search_posting
       WHERE segment_id = ? AND term_id >= ? ORDER BY term_id LIMIT ${LISTS_OF_A_SLICE}`,
  ).all(source.segmentId, nextTerm);
}

function append(
  places: TermPlaces,
  more: TermPlaces,
  targetLocals: ReadonlyMap<number, number>,
): void {
  more.forEach((field, fieldIndex) => {
    if (!field) return;
    let next = 0;
    field.locals.forEach((local, index) => {
      const count = field.counts[index] ?? 0;
      const inTarget = targetLocals.get(local);
      if (inTarget !== undefined) {
        const joined = (places[fieldIndex] ??= { locals: [], counts: [], ordinals: [] });
        joined.locals.push(inTarget);
        joined.counts.push(count);
        for (let place = next; place < next + count; place += 1) {
          joined.ordinals.push(field.ordinals[place] ?? 0);
        }
      }
      next += count;
    });
  });
}

function encodeLocals(locals: readonly number[]): Buffer {
  const writer = new ByteWriter();
  let previous = 0;
  for (const local of locals) {
    writer.write(local - previous);
    previous = local;
  }
  return writer.take();
}

function decodeLocals(bytes: Uint8Array): number[] {
  const reader = new ByteReader(bytes);
  const locals: number[] = [];
  let local = 0;
  while (!reader.done) locals.push((local += reader.read()));
  return locals;
}
