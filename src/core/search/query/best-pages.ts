/** Chooses the pages to show: best first, without one document taking all the places. */
import type { IndexView } from '../index/index-view.ts';
import type { PageMask } from './page-mask.ts';

/** While other documents wait, a document shows this many of its pages. */
const PAGES_OF_A_DOCUMENT = 5;

/** Matching pages and their scores, by slot. */
export interface Matches {
  readonly view: IndexView;
  readonly mask: PageMask;
  readonly scores: Float64Array;
}

/** Negative when slot `a` is better: higher score, then earlier document and page, so that chance decides nothing. */
function compareSlots({ view, scores }: Matches, a: number, b: number): number {
  return (
    (scores[b] ?? 0) - (scores[a] ?? 0) ||
    (view.documentIds[a] ?? 0) - (view.documentIds[b] ?? 0) ||
    (view.pageNumbers[a] ?? 0) - (view.pageNumbers[b] ?? 0)
  );
}

/** Slots of all matching pages, best first. */
export function rankPages(matches: Matches): Int32Array {
  const slots = new Int32Array(countPages(matches.mask));
  let next = 0;
  for (let slot = 0; slot < matches.mask.length; slot += 1) {
    if (matches.mask[slot] === 1) slots[next++] = slot;
  }
  return slots.sort((a, b) => compareSlots(matches, a, b));
}

export function countPages(mask: PageMask): number {
  let pages = 0;
  for (let slot = 0; slot < mask.length; slot += 1) pages += mask[slot] ?? 0;
  return pages;
}

/** Number of matching pages of each document. */
export function countByDocument({ view, mask }: Matches): Map<number, number> {
  const counts = new Map<number, number>();
  for (let slot = 0; slot < mask.length; slot += 1) {
    if (mask[slot] !== 1) continue;
    const id = view.documentIds[slot] ?? 0;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/**
 * At most `limit` slots, best first. A document has more than five of them only when the others leave room.
 */
export function choosePages(matches: Matches, limit: number): number[] {
  const compare = (a: number, b: number): number => compareSlots(matches, a, b);
  const best = new BestSlots(limit, compare);
  for (let slot = 0; slot < matches.mask.length; slot += 1) {
    if (matches.mask[slot] === 1) best.offer(slot);
  }
  const top = best.sorted();
  if (!anyDominates(matches, top)) return top;
  const spread = new BestSlots(limit, compare);
  for (const ofDocument of bestByDocument(matches, compare).values()) {
    for (const slot of ofDocument.slots) spread.offer(slot);
  }
  const chosen = new Set(spread.slots);
  for (const slot of top) if (chosen.size < limit) chosen.add(slot);
  return [...chosen].sort(compare);
}

function anyDominates({ view }: Matches, slots: readonly number[]): boolean {
  const shown = new Map<number, number>();
  for (const slot of slots) {
    const id = view.documentIds[slot] ?? 0;
    const pages = (shown.get(id) ?? 0) + 1;
    if (pages > PAGES_OF_A_DOCUMENT) return true;
    shown.set(id, pages);
  }
  return false;
}

function bestByDocument(
  { view, mask }: Matches,
  compare: (a: number, b: number) => number,
): Map<number, BestSlots> {
  const documents = new Map<number, BestSlots>();
  for (let slot = 0; slot < mask.length; slot += 1) {
    if (mask[slot] !== 1) continue;
    const id = view.documentIds[slot] ?? 0;
    let best = documents.get(id);
    if (!best) documents.set(id, (best = new BestSlots(PAGES_OF_A_DOCUMENT, compare)));
    best.offer(slot);
  }
  return documents;
}

/** Keeps the best of what it is offered: a binary heap with the worst at its root. */
class BestSlots {
  readonly slots: number[] = [];
  readonly #limit: number;
  readonly #compare: (a: number, b: number) => number;

  constructor(limit: number, compare: (a: number, b: number) => number) {
    this.#limit = limit;
    this.#compare = compare;
  }

  offer(slot: number): void {
    const { slots } = this;
    if (slots.length < this.#limit) {
      slots.push(slot);
      this.#rise(slots.length - 1);
    } else if (this.#compare(slot, slots[0] ?? 0) < 0) {
      slots[0] = slot;
      this.#sink();
    }
  }

  sorted(): number[] {
    return [...this.slots].sort(this.#compare);
  }

  /** Whether the entry at `a` has to stand above the one at `b`. */
  #worse(a: number, b: number): boolean {
    return this.#compare(this.slots[a] ?? 0, this.slots[b] ?? 0) > 0;
  }

  #swap(a: number, b: number): void {
    const kept = this.slots[a] ?? 0;
    this.slots[a] = this.slots[b] ?? 0;
    this.slots[b] = kept;
  }

  #rise(from: number): void {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!this.#worse(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #sink(): void {
    for (let at = 0; ;) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < this.slots.length && this.#worse(child, worst)) worst = child;
      }
      if (worst === at) return;
      this.#swap(at, worst);
      at = worst;
    }
  }
}
