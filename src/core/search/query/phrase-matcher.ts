/** Finds the pages on which the words of a phrase follow each other, by the stored ordinals. */
import type { BlockReader } from '../index/block-reader.ts';
import type { IndexView, Segment } from '../index/index-view.ts';
import { eachPlace } from '../index/posting-codec.ts';
import type { TermPostings } from '../index/term-postings.ts';
import { PageSet, pagesWith } from './page-set.ts';
import type { PhraseWord, ResolvedClause } from './resolve-query.ts';

type PhraseClause = Extract<ResolvedClause, { kind: 'phrase' }>;

/** A place is local * ORDINALS + ordinal; exact up to 2^53, so for 2^26 words a page. */
const ORDINALS = 2 ** 26;

export class PhraseMatcher {
  readonly #blocks: BlockReader;

  constructor(blocks: BlockReader) {
    this.#blocks = blocks;
  }

  match(
    { words, fields }: PhraseClause,
    view: IndexView,
    postings: ReadonlyMap<string, TermPostings>,
  ): PageSet {
    const found = new PageSet(view.slots, view.slots);
    for (const field of fields) {
      const candidates = candidatePages(words, field, view, postings);
      if (candidates.size === 0) continue;
      for (const segment of view.segments) {
        const inSegment = candidates.mask.subarray(segment.base, segment.base + segment.pages.size);
        if (!inSegment.includes(1)) continue;
        for (const place of this.#beginnings(segment, words, field, inSegment)) {
          found.add(segment.base + Math.floor(place / ORDINALS));
        }
      }
    }
    return found;
  }

  /** Places where the phrase begins. */
  #beginnings(
    segment: Segment,
    words: readonly PhraseWord[],
    field: number,
    candidates: Uint8Array,
  ): Float64Array {
    let starts: Float64Array | undefined;
    for (const word of words) {
      const places = this.#places(segment, word, field, candidates);
      starts = starts === undefined ? places : common(starts, places);
      if (starts.length === 0) break;
    }
    return starts ?? new Float64Array(0);
  }

  /** Where the phrase would have to begin for each place of this word; ascending. */
  #places(
    segment: Segment,
    { terms, offset }: PhraseWord,
    field: number,
    candidates: Uint8Array,
  ): Float64Array {
    const places: number[] = [];
    let lists = 0;
    for (const found of this.#blocks.lookUp(segment, 'terms', [...terms].sort())) {
      lists += 1;
      eachPlace(
        found.lists,
        found.offset,
        (local, ofField) => ofField === field && candidates[local] === 1,
        (local, _field, ordinal) => {
          if (ordinal >= offset) places.push(local * ORDINALS + ordinal - offset);
        },
      );
    }
    const list = Float64Array.from(places);
    return lists > 1 ? list.sort() : list;
  }
}

/** Pages with every word of the phrase in the field. */
function candidatePages(
  words: readonly PhraseWord[],
  field: number,
  { slots }: IndexView,
  postings: ReadonlyMap<string, TermPostings>,
): PageSet {
  const [rarest = new PageSet(slots, 0), ...others] = words
    .map(({ terms }) => pagesWith(slots, terms, [field], postings))
    .sort((a, b) => a.size - b.size);
  return others.reduce((found, { mask }) => found.keep(mask, 1), rarest);
}

/** What stands in both lists; all ascending. */
function common(a: Float64Array, b: Float64Array): Float64Array {
  const both = new Float64Array(Math.min(a.length, b.length));
  let size = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x === y) both[size++] = x;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return both.subarray(0, size);
}
