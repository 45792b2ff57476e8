/** Sets of pages as one byte per slot. */
import type { IndexView } from '../index/index-view.ts';
import type { TermPostings } from '../index/term-postings.ts';

/** 1 where the page belongs to the set. */
export type PageMask = Uint8Array;

/** The state of the index a query is answered from, and the postings of its terms. */
export interface IndexState {
  readonly view: IndexView;
  readonly postings: ReadonlyMap<number, TermPostings>;
}

/** Sets the slots on which any of the terms stands in any of the fields. */
export function markTerms(
  termIds: readonly number[],
  fields: readonly number[],
  postings: ReadonlyMap<number, TermPostings>,
  mask: PageMask,
): void {
  for (const id of termIds) {
    for (const field of fields) {
      const slots = postings.get(id)?.fields[field]?.slots;
      if (slots === undefined) continue;
      for (const slot of slots) mask[slot] = 1;
    }
  }
}
