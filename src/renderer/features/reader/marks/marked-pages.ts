/** What is marked on each drawn page, for clicks. Written by the marks as they are drawn. */
import type { DrawnPagesSlice } from '../drawn/drawn-pages.ts';
import { passagesAt, type MarkedPassage } from './passages-at.ts';

const markedPages = new WeakMap<HTMLElement, readonly MarkedPassage[]>();

export function setMarkedPassages(page: HTMLElement, marked: readonly MarkedPassage[]): void {
  markedPages.set(page, marked);
}

export function dropMarkedPassages(page: HTMLElement): void {
  markedPages.delete(page);
}

/** Passages at a point of the window on one of the drawn pages, the smallest first. */
export function passagesAtPoint(
  { pages }: DrawnPagesSlice,
  clientX: number,
  clientY: number,
): number[] {
  for (const { element } of pages.values()) {
    const frame = element.getBoundingClientRect();
    const x = (clientX - frame.left) / frame.width;
    const y = (clientY - frame.top) / frame.height;
    if (x < 0 || x > 1 || y < 0 || y > 1) continue;
    return passagesAt(markedPages.get(element) ?? [], x, y);
  }
  return [];
}
