/** Posting lists of terms, decoded for one view: dead pages are left out, so that counts are exact after removals. */
import type { LibraryDatabase } from '../../library/connection.ts';
import { FIELDS } from '../fields.ts';
import type { IndexView, Segment } from './index-view.ts';
import { ByteReader } from './varint.ts';
import { prepared } from './prepared.ts';

export interface FieldPostings {
  /** Slots of the view, ascending. */
  readonly slots: Int32Array;
  /** How often the term stands there. */
  readonly counts: Uint32Array;
}

export interface TermPostings {
  readonly termId: number;
  readonly fields: readonly FieldPostings[];
  /** Lunr's: pages with the term, counted once for each field. */
  readonly documentFrequency: number;
  /** Lunr's inverse document frequency. */
  readonly idf: number;
}

/** Above this many terms one query per segment is quicker than one per segment and term. */
const FEW_TERMS = 8;
/** Decoded lists kept in memory, in bytes. */
const CACHE_BYTES = 16 * 1024 * 1024;

type Blobs = { segment: Segment; bytes: Buffer }[];

export class PostingReader {
  readonly #database: LibraryDatabase;
  #generation = -1;
  #cache = new Map<number, TermPostings>();
  #cachedBytes = 0;

  constructor(database: LibraryDatabase) {
    this.#database = database;
  }

  /** Postings of the terms that still stand on a live page, by term id. */
  read(view: IndexView, termIds: Iterable<number>): Map<number, TermPostings> {
    if (this.#generation !== view.generation) this.#forget(view.generation);
    const found = new Map<number, TermPostings>();
    const missing: number[] = [];
    for (const id of termIds) {
      const cached = this.#cache.get(id);
      if (cached === undefined) missing.push(id);
      else found.set(id, cached);
    }
    for (const [id, blobs] of this.#fetch(view, missing)) {
      const postings = decode(id, blobs, view);
      found.set(id, postings);
      this.#remember(postings);
    }
    for (const [id, { documentFrequency }] of found) if (documentFrequency === 0) found.delete(id);
    return found;
  }

  #fetch(view: IndexView, termIds: readonly number[]): Map<number, Blobs> {
    const blobs = new Map<number, Blobs>(termIds.map((id) => [id, []]));
    if (termIds.length <= FEW_TERMS) {
      const one = prepared<Buffer>(
        this.#database,
        'SELECT postings FROM search_posting WHERE segment_id = ? AND term_id = ?',
      ).pluck();
      for (const segment of view.segments) {
        for (const [id, list] of blobs) {
          const bytes = one.get(segment.id, id);
          if (bytes) list.push({ segment, bytes });
        }
      }
      return blobs;
    }
    const many = prepared<{ term_id: number; postings: Buffer }>(
      this.#database,
      `SELECT term_id, postings FROM json_each(?) AS wanted
       CROSS JOIN search_posting ON segment_id = ? AND term_id = wanted.value`,
    );
    const wanted = JSON.stringify([...termIds].sort((a, b) => a - b));
    for (const segment of view.segments) {
      for (const { term_id, postings } of many.iterate(wanted, segment.id)) {
        blobs.get(term_id)?.push({ segment, bytes: postings });
      }
    }
    return blobs;
  }

  #remember(postings: TermPostings): void {
    this.#cache.set(postings.termId, postings);
    this.#cachedBytes += 200 + postings.documentFrequency * 8;
    if (this.#cachedBytes > CACHE_BYTES) this.#forget(this.#generation);
  }

  #forget(generation: number): void {
    this.#cache.clear();
    this.#cachedBytes = 0;
    this.#generation = generation;
  }
}

function decode(termId: number, blobs: Blobs, view: IndexView): TermPostings {
  const readers = blobs.map(({ segment, bytes }) => ({
    base: segment.base,
    reader: new ByteReader(bytes),
  }));
  let documentFrequency = 0;
  const fields = FIELDS.map(() => {
    const sizes = readers.map(({ reader }) => reader.read());
    const most = sizes.reduce((sum, size) => sum + size, 0);
    const slots = new Int32Array(most);
    const counts = new Uint32Array(most);
    let found = 0;
    for (const [index, { base, reader }] of readers.entries()) {
      let slot = base;
      for (let left = sizes[index] ?? 0; left > 0; left -= 1) {
        const head = reader.read();
        slot += head >>> 1;
        const count = (head & 1) === 1 ? 1 : reader.read();
        if (view.live[slot] !== 1) continue;
        slots[found] = slot;
        counts[found++] = count;
      }
    }
    documentFrequency += found;
    return { slots: slots.subarray(0, found), counts: counts.subarray(0, found) };
  });
  return { termId, fields, documentFrequency, idf: inverseFrequency(documentFrequency, view) };
}

/** lunr.idf, with its absolute value: a term on more than half of the pages counts again as it gets commoner. */
function inverseFrequency(documentFrequency: number, { livePages }: IndexView): number {
  const odds = (livePages - documentFrequency + 0.5) / (documentFrequency + 0.5);
  return Math.log(1 + Math.abs(odds));
}
