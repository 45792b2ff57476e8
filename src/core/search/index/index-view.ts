/**
 * The index as one state of the database shows it: which page stands in which slot, field lengths and their averages.
 * A slot is a number from 0 given to every page of every live segment, valid for this view only.
 */
import type { LibraryDatabase } from '../../library/connection.ts';
import type { Language } from '../analysis/language.ts';
import { B, FIELDS, K1 } from '../fields.ts';
import { decodePages, type IndexedPage } from './segment-pages.ts';

export interface Segment {
  readonly id: number;
  readonly token: number;
  readonly level: number;
  readonly pages: readonly IndexedPage[];
}

export interface PlacedSegment extends Segment {
  /** Slot of its first page. */
  readonly base: number;
}

export interface IndexView {
  readonly generation: number;
  readonly segments: readonly PlacedSegment[];
  readonly slots: number;
  /** 1 where the page of the slot is still there. */
  readonly live: Uint8Array;
  readonly livePages: number;
  readonly anyDead: boolean;
  readonly documentIds: Int32Array;
  readonly pageNumbers: Int32Array;
  readonly languages: readonly Language[];
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
  const select = database.prepare<[], number>('SELECT generation FROM search_state').pluck();
  return select.get() ?? 0;
}

function loadView(
  database: LibraryDatabase,
  generation: number,
  known: readonly Segment[],
): IndexView {
  const segments = loadSegments(database, known);
  const slots = segments.reduce((sum, segment) => sum + segment.pages.length, 0);
  const live = loadLive(database, segments, slots);
  const documentIds = new Int32Array(slots);
  const pageNumbers = new Int32Array(slots);
  const languages: Language[] = [];
  const totals = FIELDS.map(() => 0);
  let livePages = 0;
  for (const { base, pages } of segments) {
    for (const [local, page] of pages.entries()) {
      documentIds[base + local] = page.documentId;
      pageNumbers[base + local] = page.page;
      languages.push(page.language);
      if (live[base + local] !== 1) continue;
      livePages += 1;
      for (const [field, length] of page.lengths.entries())
        totals[field] = (totals[field] ?? 0) + length;
    }
  }
  const norms = FIELDS.map((_, field) => {
    const average = (totals[field] ?? 0) / livePages;
    const norm = new Float64Array(slots);
    for (const { base, pages } of segments) {
      for (const [local, page] of pages.entries()) {
        norm[base + local] = K1 * (1 - B + B * ((page.lengths[field] ?? 0) / average));
      }
    }
    return norm;
  });
  return {
    generation,
    segments,
    slots,
    live,
    livePages,
    anyDead: livePages < slots,
    documentIds,
    pageNumbers,
    languages,
    norms,
  };
}

function loadSegments(database: LibraryDatabase, known: readonly Segment[]): PlacedSegment[] {
  const byToken = new Map(known.map((segment) => [segment.token, segment]));
  const rows = database
    .prepare<[], { id: number; token: number; level: number }>(
      `SELECT id, token, level FROM search_segment WHERE state = 'live' ORDER BY id`,
    )
    .all();
  const readBlob = database
    .prepare<[number], Buffer>('SELECT pages FROM search_segment WHERE id = ?')
    .pluck();
  let base = 0;
  return rows.map((row) => {
    const pages = byToken.get(row.token)?.pages ?? decodePages(readBlob.get(row.id) ?? Buffer.of());
    const placed = { ...row, pages, base };
    base += pages.length;
    return placed;
  });
}

function loadLive(
  database: LibraryDatabase,
  segments: readonly PlacedSegment[],
  slots: number,
): Uint8Array {
  const live = new Uint8Array(slots).fill(1);
  const bases = new Map(segments.map(({ id, base }) => [id, base]));
  const tombstones = database.prepare<[], { segment_id: number; local: number }>(
    'SELECT segment_id, local FROM search_tombstone',
  );
  for (const { segment_id, local } of tombstones.iterate()) {
    const base = bases.get(segment_id);
    if (base !== undefined) live[base + local] = 0;
  }
  return live;
}
