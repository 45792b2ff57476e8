/** What is marked on each drawn page, for clicks. Written by the marks as they are drawn. */
import { useDrawnPages } from '../drawn/drawn-pages.ts';
import { passagesAt, type MarkedPassage } from './passages-at.ts';

const markedPages = new Map<number, readonly MarkedPassage[]>();

export function setMarkedPassages(page: number, marked: readonly MarkedPassage[]): void {
  markedPages.set(page, marked);
}

export function dropMarkedPassages(page: number): void {
  markedPages.delete(page);
}

/** Passages at a point of the window, the smallest first. */
export function passagesAtPoint(clientX: number, clientY: number): number[] {
  for (const { number, element } of useDrawnPages.getState().pages.values()) {
    const frame = element.getBoundingClientRect();
    const x = (clientX - frame.left) / frame.width;
    const y = (clientY - frame.top) / frame.height;
    if (x < 0 || x > 1 || y < 0 || y > 1) continue;
    return passagesAt(markedPages.get(number) ?? [], x, y);
  }
  return [];
}
