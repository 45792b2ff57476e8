/** Chooses the pages to show: best first, without one document taking all the places. */
import type { IndexView } from '../index/index-view.ts';
import type { PageMask } from './match-pages.ts';

/** While other documents wait, a document shows this many of its pages. */
const PAGES_OF_A_DOCUMENT = 5;

/** Slots of all matching pages: best score first, then by document and page, so that the order never depends on chance. */
export function rankPages(view: IndexView, matches: PageMask, scores: Float64Array): Int32Array {
  const slots = new Int32Array(countPages(matches));
  let next = 0;
  for (let slot = 0; slot < matches.length; slot += 1)
    if (matches[slot] === 1) slots[next++] = slot;
  const { documentIds, pageNumbers } = view;
  return slots.sort(
    (a, b) =>
      scores[b]! - scores[a]! ||
      documentIds[a]! - documentIds[b]! ||
      pageNumbers[a]! - pageNumbers[b]!,
  );
}

export function countPages(matches: PageMask): number {
  let pages = 0;
  for (let slot = 0; slot < matches.length; slot += 1) pages += matches[slot]!;
  return pages;
}

/** The first `limit` of ranked slots, but more than five of one document only when there is room left. */
export function spreadOverDocuments(view: IndexView, ranked: Int32Array, limit: number): number[] {
  const shown = new Map<number, number>();
  const chosen: number[] = [];
  const waiting: number[] = [];
  for (const slot of ranked) {
    if (chosen.length === limit) break;
    const documentId = view.documentIds[slot]!;
    const already = shown.get(documentId) ?? 0;
    if (already < PAGES_OF_A_DOCUMENT) {
      shown.set(documentId, already + 1);
      chosen.push(slot);
    } else if (waiting.length < limit) waiting.push(slot);
  }
  return [...chosen, ...waiting.slice(0, limit - chosen.length)];
}
