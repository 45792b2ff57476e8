/** Chooses the pages to show: best first, without one document taking all the places. */
import type { IndexView } from '../index/index-view.ts';
import { BestOf } from './best-of.ts';

/** While other documents wait, a document shows this many of its pages. */
const PAGES_OF_A_DOCUMENT = 5;
/** Of the best pages, so many times as many as are shown are looked at before every document is. */
const LOOKED_AT = 4;

/** Matching pages and their scores: parallel lists, in no order. */
export interface Matches {
  readonly view: IndexView;
  readonly slots: Int32Array;
  /** Billionths. */
  readonly scores: Float64Array;
}

/** Slots of all matching pages, best first. */
export function rankPages(matches: Matches): Int32Array {
  const order = Int32Array.from(matches.slots, (_, index) => index);
  order.sort((a, b) => compare(matches, a, b));
  return order.map((index) => matches.slots[index] ?? 0);
}

/** Number of matching pages of each of the wanted documents. */
export function countByDocument(
  { view, slots }: Matches,
  wanted: ReadonlySet<number>,
): Map<number, number> {
  const counts = new Map([...wanted].map((id) => [id, 0]));
  let last = 0;
  let isWanted = false;
  for (let index = 0; index < slots.length; index += 1) {
    const id = view.documentIds[slots[index] ?? 0] ?? 0;
    // Pages of a document mostly stand together.
    if (id !== last) isWanted = counts.has(id);
    last = id;
    if (isWanted) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** At most `limit` slots, best first. A document has more than five of them only when the others leave room. */
export function choosePages(matches: Matches, limit: number): number[] {
  const { slots } = matches;
  const best = bestOf(matches, limit);
  for (let index = 0; index < slots.length; index += 1) best.offer(index);
  const top = best.sorted();
  if (!anyDominates(matches, top)) return top.map((index) => slots[index] ?? 0);
  const fair = amongBest(matches, limit);
  if (fair.length === limit) return fair.map((index) => slots[index] ?? 0);
  const spread = bestOf(matches, limit);
  for (const ofDocument of bestByDocument(matches).values()) {
    for (const index of ofDocument.indices) spread.offer(index);
  }
  const chosen = new Set(spread.indices);
  for (const index of top) if (chosen.size < limit) chosen.add(index);
  return [...chosen].sort((a, b) => compare(matches, a, b)).map((index) => slots[index] ?? 0);
}

/** The best pages, five of a document at most, as far as a few times as many pages have them: mostly they do. */
function amongBest(matches: Matches, limit: number): number[] {
  const best = bestOf(matches, limit * LOOKED_AT);
  for (let index = 0; index < matches.slots.length; index += 1) best.offer(index);
  const shown = new Map<number, number>();
  const chosen: number[] = [];
  for (const index of best.sorted()) {
    if (chosen.length === limit) break;
    const id = documentAt(matches, index);
    const pages = (shown.get(id) ?? 0) + 1;
    shown.set(id, pages);
    if (pages <= PAGES_OF_A_DOCUMENT) chosen.push(index);
  }
  return chosen;
}

/** At most `limit` slots: the best five pages of each document, the documents in the order given. */
export function choosePagesInOrder(
  matches: Matches,
  documentIds: readonly number[],
  limit: number,
): number[] {
  const chosen: number[] = [];
  const best = bestByDocument(matches);
  for (const id of documentIds) {
    if (chosen.length >= limit) break;
    chosen.push(...(best.get(id)?.sorted() ?? []));
  }
  return chosen.slice(0, limit).map((index) => matches.slots[index] ?? 0);
}

/** Documents of all matching pages. */
export function documentsOf(matches: Matches): Set<number> {
  const { view, slots } = matches;
  const found = new Set<number>();
  for (const slot of slots) found.add(view.documentIds[slot] ?? 0);
  return found;
}

function bestOf(matches: Matches, limit: number): BestOf {
  return new BestOf(limit, matches.scores, (a, b) => compare(matches, a, b));
}

/** Negative when page `a` is better: higher score, then earlier document and page, so that chance decides nothing. */
function compare({ view, slots, scores }: Matches, a: number, b: number): number {
  const difference = (scores[b] ?? 0) - (scores[a] ?? 0);
  if (difference !== 0) return difference;
  const slotA = slots[a] ?? 0;
  const slotB = slots[b] ?? 0;
  return (
    (view.documentIds[slotA] ?? 0) - (view.documentIds[slotB] ?? 0) ||
    (view.pageNumbers[slotA] ?? 0) - (view.pageNumbers[slotB] ?? 0)
  );
}

function documentAt({ view, slots }: Matches, index: number): number {
  return view.documentIds[slots[index] ?? 0] ?? 0;
}

function anyDominates(matches: Matches, chosen: readonly number[]): boolean {
  const shown = new Map<number, number>();
  for (const index of chosen) {
    const id = documentAt(matches, index);
    const pages = (shown.get(id) ?? 0) + 1;
    if (pages > PAGES_OF_A_DOCUMENT) return true;
    shown.set(id, pages);
  }
  return false;
}

function bestByDocument(matches: Matches): Map<number, BestOf> {
  const documents = new Map<number, BestOf>();
  let last = 0;
  let best: BestOf | undefined;
  for (let index = 0; index < matches.slots.length; index += 1) {
    const id = documentAt(matches, index);
    if (best === undefined || id !== last) {
      best = documents.get(id);
      if (!best) documents.set(id, (best = bestOf(matches, PAGES_OF_A_DOCUMENT)));
      last = id;
    }
    best.offer(index);
  }
  return documents;
}
