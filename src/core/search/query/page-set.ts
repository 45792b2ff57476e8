/** A set of pages: as a list, for going through them, and as one byte per slot, for asking. */
import type { TermPostings } from '../index/term-postings.ts';

/** One byte per slot: 1 where the page belongs to the set. */
export type PageMask = Uint8Array;

export class PageSet {
  readonly #slotCount: number;
  /** Only the first `#size` count; in no order. */
  #slots: Int32Array;
  #size = 0;
  /** Made when it is first asked for: most queries are one word in one field and need none. */
  #mask: PageMask | undefined;

  /**
   * @param slotCount number of slots of the view.
   * @param most pages that will be added at most, doubled ones included.
   */
  constructor(slotCount: number, most: number) {
    this.#slotCount = slotCount;
    this.#slots = new Int32Array(Math.min(slotCount, most));
  }

  /** @param slots all different; the list itself stays as it is. */
  static of(slotCount: number, slots: Int32Array): PageSet {
    const set = new PageSet(slotCount, 0);
    set.#slots = slots;
    set.#size = slots.length;
    return set;
  }

  get size(): number {
    return this.#size;
  }

  get mask(): PageMask {
    if (this.#mask === undefined) {
      this.#mask = new Uint8Array(this.#slotCount);
      for (let at = 0; at < this.#size; at += 1) this.#mask[this.#slots[at] ?? 0] = 1;
    }
    return this.#mask;
  }

  /** The pages, in no order. */
  get slots(): Int32Array {
    return this.#slots.subarray(0, this.#size);
  }

  add(slot: number): void {
    const { mask } = this;
    if (mask[slot] === 1) return;
    mask[slot] = 1;
    this.#slots[this.#size++] = slot;
  }

  /** Adds the stretch of a list of slots. */
  addAll(list: Int32Array, from = 0, to = list.length): void {
    const { mask } = this;
    const slots = this.#slots;
    let size = this.#size;
    for (let at = from; at < to; at += 1) {
      const slot = list[at] ?? 0;
      if (mask[slot] === 1) continue;
      mask[slot] = 1;
      slots[size++] = slot;
    }
    this.#size = size;
  }

  /** The pages that are in the mask, or those that are not. */
  keep(mask: PageMask, inMask: 0 | 1): PageSet {
    const kept = new Int32Array(this.#size);
    let size = 0;
    for (let at = 0; at < this.#size; at += 1) {
      const slot = this.#slots[at] ?? 0;
      if (mask[slot] === inMask) kept[size++] = slot;
    }
    return PageSet.of(this.#slotCount, kept.subarray(0, size));
  }
}

/** The pages on which any of the terms stands in any of the fields. */
export function pagesWith(
  slotCount: number,
  terms: readonly string[],
  fields: readonly number[],
  postings: ReadonlyMap<string, TermPostings>,
): PageSet {
  const stretches: Int32Array[] = [];
  for (const term of terms) {
    const list = postings.get(term);
    if (list === undefined) continue;
    for (const field of fields) {
      const from = list.starts[field] ?? 0;
      const to = list.ends[field] ?? 0;
      if (to > from) stretches.push(list.slots.subarray(from, to));
    }
  }
  return unionOf(slotCount, stretches);
}

/** @param lists each without doubles. */
export function unionOf(slotCount: number, lists: readonly Int32Array[]): PageSet {
  const [only] = lists;
  if (lists.length === 1 && only) return PageSet.of(slotCount, only);
  const most = lists.reduce((sum, { length }) => sum + length, 0);
  const pages = new PageSet(slotCount, most);
  for (const list of lists) pages.addAll(list);
  return pages;
}
