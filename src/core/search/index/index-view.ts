/**
 * The index as one state of the database shows it: which page stands in which slot, field lengths and their averages.
 * A slot is a number from 0 given to every page of every live segment, valid for this view only.
 */
import type { LibraryDatabase } from '../../library/connection.ts';
import { B, FIELDS, K1 } from '../fields.ts';
import { prepared } from './prepared.ts';
import { decodeDirectory, type Directory } from './segment-directory.ts';
import { decodePages, type PageColumns } from './segment-pages.ts';

/** What is read of a segment once and never changes. */
interface SegmentContent {
  readonly pages: PageColumns;
  readonly directory: Directory;
}

export interface Segment extends SegmentContent {
  readonly id: number;
  readonly token: number;
  /** Slot of its first page. */
  readonly base: number;
  /** Number of its pages that are still there. */
  readonly livePages: number;
}

export interface IndexView {
  readonly generation: number;
  readonly segments: readonly Segment[];
  readonly slots: number;
  /** 1 where the page of the slot is still there. */
  readonly live: Uint8Array;
  readonly livePages: number;
  readonly documentIds: Int32Array;
  readonly pageNumbers: Int32Array;
  /** `guessCode` of each page. */
  readonly guesses: Uint8Array;
  /** Per field and slot: Lunr's length normalisation k1 * (1 - b + b * length / average). */
  readonly norms: readonly Float64Array[];
}

export class IndexViewCache {
  readonly #database: LibraryDatabase;
  #view: IndexView | undefined;

  constructor(database: LibraryDatabase) {
    this.#database = database;
  }

  /** The view of the database as it is now, the caller's open transaction included. */
  current(): IndexView {
    const generation = readGeneration(this.#database);
    if (this.#view?.generation !== generation) {
      this.#view = loadView(this.#database, generation, this.#view?.segments ?? []);
    }
    return this.#view;
  }
}

function readGeneration(database: LibraryDatabase): number {
  const select = prepared<number>(database, 'SELECT generation FROM search_state').pluck();
  return select.get() ?? 0;
}

function loadView(
  database: LibraryDatabase,
  generation: number,
  known: readonly Segment[],
): IndexView {
  const contents = loadSegments(database, known);
  const slots = contents.reduce((sum, { pages }) => sum + pages.size, 0);
  const live = new Uint8Array(slots).fill(1);
  const documentIds = new Int32Array(slots);
  const pageNumbers = new Int32Array(slots);
  const guesses = new Uint8Array(slots);
  let base = 0;
  let livePages = 0;
  const segments = contents.map((content): Segment => {
    const segment = { ...content, base, livePages: content.pages.size };
    const { pages } = content;
    documentIds.set(pages.documentIds, base);
    pageNumbers.set(pages.pageNumbers, base);
    guesses.set(pages.guesses, base);
    for (const local of loadTombstones(database, content.id)) {
      live[base + local] = 0;
      segment.livePages -= 1;
    }
    base += pages.size;
    livePages += segment.livePages;
    return segment;
  });
  const norms = FIELDS.map((_, field) => fieldNorms(segments, field, live, livePages));
  return {
    generation,
    segments,
    slots,
    live,
    livePages,
    documentIds,
    pageNumbers,
    guesses,
    norms,
  };
}

function fieldNorms(
  segments: readonly Segment[],
  field: number,
  live: Uint8Array,
  livePages: number,
): Float64Array {
  const norms = new Float64Array(live.length);
  let total = 0;
  for (const { base, pages } of segments) norms.set(pages.lengths[field] ?? [], base);
  for (let slot = 0; slot < norms.length; slot += 1) {
    if (live[slot] === 1) total += norms[slot] ?? 0;
  }
  const average = total / livePages;
  for (let slot = 0; slot < norms.length; slot += 1) {
    norms[slot] = K1 * (1 - B + B * ((norms[slot] ?? 0) / average));
  }
  return norms;
}

/** Segments never change, so those known from the view before are not read again. */
function loadSegments(
  database: LibraryDatabase,
  known: readonly Segment[],
): (SegmentContent & { id: number; token: number })[] {
  const byToken = new Map(known.map((segment) => [segment.token, segment]));
  const rows = prepared<{ id: number; token: number }>(
    database,
    `SELECT id, token FROM search_segment WHERE state = 'live' ORDER BY id`,
  ).all();
  const select = prepared<{ pages: Buffer; directory: Buffer }>(
    database,
    'SELECT pages, directory FROM search_segment WHERE id = ?',
  );
  return rows.map(({ id, token }) => {
    const same = byToken.get(token);
    if (same) return { id, token, pages: same.pages, directory: same.directory };
    const { pages = Buffer.of(), directory = Buffer.of() } = select.get(id) ?? {};
    return { id, token, pages: decodePages(pages), directory: decodeDirectory(directory) };
  });
}

function loadTombstones(database: LibraryDatabase, segmentId: number): number[] {
  return prepared<number>(database, 'SELECT local FROM search_tombstone WHERE segment_id = ?')
    .pluck()
    .all(segmentId);
}
