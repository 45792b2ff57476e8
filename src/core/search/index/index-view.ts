/**
 * The index as one state of the database shows it: which page stands in which slot, field lengths and their averages.
 * A slot is a number from 0 given to every page of every live segment, valid for this view only.
 */
import type { LibraryDatabase } from '../../library/connection.ts';
import { B, FIELDS, K1 } from '../fields.ts';
import { decodePages, type PageColumns } from './segment-pages.ts';
import { prepared } from './prepared.ts';

export interface Segment {
  readonly id: number;
  readonly token: number;
  readonly pages: PageColumns;
  /** Slot of its first page. */
  readonly base: number;
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
  const segments = loadSegments(database, known);
  const slots = segments.reduce((sum, segment) => sum + segment.pages.size, 0);
  const live = loadLive(database, segments, slots);
  const documentIds = new Int32Array(slots);
  const pageNumbers = new Int32Array(slots);
  const guesses = new Uint8Array(slots);
  for (const { base, pages } of segments) {
    documentIds.set(pages.documentIds, base);
    pageNumbers.set(pages.pageNumbers, base);
    guesses.set(pages.guesses, base);
  }
  let livePages = 0;
  for (const alive of live) livePages += alive;
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
function loadSegments(database: LibraryDatabase, known: readonly Segment[]): Segment[] {
  const byToken = new Map(known.map((segment) => [segment.token, segment.pages]));
  const rows = prepared<{ id: number; token: number }>(
    database,
    `SELECT id, token FROM search_segment WHERE state = 'live' ORDER BY id`,
  ).all();
  const readPages = prepared<Buffer>(
    database,
    'SELECT pages FROM search_segment WHERE id = ?',
  ).pluck();
  let base = 0;
  return rows.map((row) => {
    const pages = byToken.get(row.token) ?? decodePages(readPages.get(row.id) ?? Buffer.of());
    const segment = { ...row, pages, base };
    base += pages.size;
    return segment;
  });
}

function loadLive(
  database: LibraryDatabase,
  segments: readonly Segment[],
  slots: number,
): Uint8Array {
  const live = new Uint8Array(slots).fill(1);
  const bases = new Map(segments.map(({ id, base }) => [id, base]));
  const tombstones = prepared<{ segment_id: number; local: number }>(
    database,
    'SELECT segment_id, local FROM search_tombstone',
  );
  for (const { segment_id, local } of tombstones.iterate()) {
    const base = bases.get(segment_id);
    if (base !== undefined) live[base + local] = 0;
  }
  return live;
}
