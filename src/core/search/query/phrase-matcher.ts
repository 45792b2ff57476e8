/** Finds the pages on which the words of a phrase follow each other, by the stored ordinals. */
import type { LibraryDatabase } from '../../library/connection.ts';
import { decodePlaces } from '../index/posting-codec.ts';
import type { IndexView } from '../index/index-view.ts';
import { markTerms, type IndexState, type PageMask } from './page-mask.ts';
import type { PhraseWord, ResolvedClause } from './resolve-query.ts';
import { prepared } from '../index/prepared.ts';

type PhraseClause = Extract<ResolvedClause, { kind: 'phrase' }>;

/** A place is slot * ORDINALS + ordinal; exact up to 2^53, so for 2^26 slots and as many words a page. */
const ORDINALS = 2 ** 26;

export class PhraseMatcher {
  readonly #database: LibraryDatabase;

  constructor(database: LibraryDatabase) {
    this.#database = database;
  }

  mark(clause: PhraseClause, context: IndexState, mask: PageMask): void {
    for (const field of clause.fields) {
      const candidates = this.#candidates(clause.words, field, context);
      let starts: number[] | undefined;
      for (const word of clause.words) {
        const places = this.#places(word, field, candidates, context.view);
        starts = starts?.filter((start) => places.has(start)) ?? [...places];
      }
      for (const place of starts ?? []) mask[Math.floor(place / ORDINALS)] = 1;
    }
  }

  /** Pages with every word of the phrase in the field. */
  #candidates(
    words: readonly PhraseWord[],
    field: number,
    { postings, view }: IndexState,
  ): PageMask {
    const all = Uint8Array.from(view.live);
    for (const { termIds } of words) {
      const mask = new Uint8Array(view.slots);
      markTerms(termIds, [field], postings, mask);
      for (let slot = 0; slot < all.length; slot += 1) if (mask[slot] === 0) all[slot] = 0;
    }
    return all;
  }

  /** Where the phrase would have to begin for each place of this word. */
  #places(
    { termIds, offset }: PhraseWord,
    field: number,
    candidates: PageMask,
    view: IndexView,
  ): Set<number> {
    const starts = new Set<number>();
    const select = prepared<{ postings: Buffer; ordinals: Buffer }>(
      this.#database,
      'SELECT postings, ordinals FROM search_posting WHERE segment_id = ? AND term_id = ?',
    );
    for (const { id, base, pages } of view.segments) {
      if (!candidates.subarray(base, base + pages.size).includes(1)) continue;
      for (const termId of termIds) {
        const row = select.get(id, termId);
        const places = row && decodePlaces(row.postings, row.ordinals)[field];
        if (!places) continue;
        let next = 0;
        places.locals.forEach((local, index) => {
          const end = next + (places.counts[index] ?? 0);
          const wanted = candidates[base + local] === 1;
          for (; next < end; next += 1) {
            const ordinal = (places.ordinals[next] ?? 0) - offset;
            if (wanted && ordinal >= 0) starts.add((base + local) * ORDINALS + ordinal);
          }
        });
      }
    }
    return starts;
  }
}
