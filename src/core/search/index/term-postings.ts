/** Posting lists of terms, decoded for one view: dead pages are left out, so that counts are exact after removals. */
import { FIELD_BOOSTS, FIELDS, K1 } from '../fields.ts';
import type { BlockReader } from './block-reader.ts';
import type { IndexView, Segment } from './index-view.ts';
import { readHead } from './posting-codec.ts';
import { ByteReader } from './varint.ts';

/** The pages of one term: one stretch of the lists for each field, ascending within it. */
export interface TermPostings {
  readonly slots: Int32Array;
  /** Lunr's weight of the term on the page, in thousandths: Lunr rounds it to them. */
  readonly weights: Int32Array;
  /** Per field: where its stretch begins and ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Lunr's: pages with the term, counted once for each field. */
  readonly documentFrequency: number;
}

/** Decoded lists kept in memory, in bytes. */
const CACHE_BYTES = 24 * 1024 * 1024;
/** What a list takes beside its entries. */
const LIST_BYTES = 400;
const BYTES_OF_A_PAGE = 8;
const THOUSANDTHS = 1000;

interface StoredList {
  readonly segment: Segment;
  readonly lists: Uint8Array;
  readonly offset: number;
}

export class PostingReader {
  readonly #blocks: BlockReader;
  #generation = -1;
  /** By packed term, least recently used first. */
  readonly #cache = new Map<string, TermPostings>();
  #cachedBytes = 0;

  constructor(blocks: BlockReader) {
    this.#blocks = blocks;
  }

  /** Postings of the packed terms that still stand on a live page. */
  read(view: IndexView, terms: Iterable<string>): Map<string, TermPostings> {
    if (this.#generation !== view.generation) this.#forget(view.generation);
    const found = new Map<string, TermPostings>();
    const missing: string[] = [];
    for (const term of new Set(terms)) {
      const cached = this.#cache.get(term);
      if (cached === undefined) missing.push(term);
      else {
        this.#cache.delete(term);
        this.#cache.set(term, cached);
        if (cached.documentFrequency > 0) found.set(term, cached);
      }
    }
    if (missing.length === 0) return found;
    for (const [term, lists] of this.#fetch(view, missing.sort(byBytes))) {
      const postings = decode(lists, view);
      this.#remember(term, postings);
      if (postings.documentFrequency > 0) found.set(term, postings);
    }
    return found;
  }

  #fetch(view: IndexView, terms: readonly string[]): Map<string, StoredList[]> {
    const found = new Map<string, StoredList[]>(terms.map((term) => [term, []]));
    for (const segment of view.segments) {
      for (const { word, lists, offset } of this.#blocks.lookUp(segment, 'terms', terms)) {
        found.get(word)?.push({ segment, lists, offset });
      }
    }
    return found;
  }

  #remember(term: string, postings: TermPostings): void {
    this.#cache.set(term, postings);
    this.#cachedBytes += bytesOf(postings);
    for (const [oldest, oldPostings] of this.#cache) {
      if (this.#cachedBytes <= CACHE_BYTES) return;
      this.#cache.delete(oldest);
      this.#cachedBytes -= bytesOf(oldPostings);
    }
  }

  #forget(generation: number): void {
    this.#cache.clear();
    this.#cachedBytes = 0;
    this.#generation = generation;
  }
}

function byBytes(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function bytesOf({ slots }: TermPostings): number {
  return LIST_BYTES + slots.length * BYTES_OF_A_PAGE;
}

function decode(lists: readonly StoredList[], view: IndexView): TermPostings {
  const readers = lists.map(({ segment, lists: bytes, offset }) => {
    const reader = new ByteReader(bytes, offset);
    return { segment, bytes, pages: readHead(reader), at: reader.at };
  });
  const sizes = FIELDS.map((_, field) =>
    readers.reduce((sum, { pages }) => sum + (pages[field] ?? 0), 0),
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const slots = new Int32Array(total);
  const weights = new Int32Array(total);
  const starts = sizes.map((_, field) =>
    sizes.slice(0, field).reduce((sum, size) => sum + size, 0),
  );
  const ends = [...starts];
  for (const reader of readers) {
    FIELDS.forEach((_, field) => {
      const left = reader.pages[field] ?? 0;
      if (left > 0) decodeField(reader, left, view, { slots, counts: weights, ends, field });
    });
  }
  const documentFrequency = ends.reduce((sum, end, field) => sum + end - (starts[field] ?? 0), 0);
  const idf = inverseFrequency(documentFrequency, view);
  FIELDS.forEach((_, field) => {
    const boost = FIELD_BOOSTS[field] ?? 1;
    const norms = view.norms[field];
    const end = ends[field] ?? 0;
    if (norms) weigh(slots, weights, starts[field] ?? 0, end, idf, boost, norms);
  });
  return { slots, weights, starts, ends, documentFrequency };
}

/** Appends the pages of one field to its stretch. */
function decodeField(
  reader: { readonly segment: Segment; readonly bytes: Uint8Array; at: number },
  pages: number,
  { live }: IndexView,
  to: { slots: Int32Array; counts: Int32Array; ends: number[]; field: number },
): void {
  const { bytes, segment } = reader;
  const { slots, counts } = to;
  const allLive = segment.livePages === segment.pages.size;
  let { at } = reader;
  let end = to.ends[to.field] ?? 0;
  let slot = segment.base;
  for (let left = pages; left > 0; left -= 1) {
    let byte = bytes[at++] ?? 0;
    let head = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] ?? 0;
      head |= (byte & 127) << shift;
    }
    slot += head >>> 1;
    let count = 1;
    if ((head & 1) === 0) {
      byte = bytes[at++] ?? 0;
      count = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] ?? 0;
        count |= (byte & 127) << shift;
      }
    }
    if (!allLive && live[slot] !== 1) continue;
    slots[end] = slot;
    counts[end++] = count;
  }
  reader.at = at;
  to.ends[to.field] = end;
}

/** Replaces counts by weights, rounded to three decimals as lunr.Builder does. */
function weigh(
  slots: Int32Array,
  counts: Int32Array,
  from: number,
  to: number,
  idf: number,
  boost: number,
  norms: Float64Array,
): void {
  for (let i = from; i < to; i += 1) {
    const count = counts[i] ?? 0;
    const weight = (idf * ((K1 + 1) * count)) / ((norms[slots[i] ?? 0] ?? 0) + count);
    counts[i] = Math.round(weight * boost * THOUSANDTHS);
  }
}

/** lunr.idf, with its absolute value: a term on more than half of the pages counts again as it gets commoner. */
function inverseFrequency(documentFrequency: number, { livePages }: IndexView): number {
  const odds = (livePages - documentFrequency + 0.5) / (documentFrequency + 0.5);
  return Math.log(1 + Math.abs(odds));
}
