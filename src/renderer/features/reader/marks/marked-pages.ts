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

/**
 * The passage in sight that begins last above a line, or else first below it. Heights in client pixels; null when none
 * begins between `top` and `bottom`.
 */
export function firstPassageBelow(
  { pages }: DrawnPagesSlice,
  top: number,
  line: number,
  bottom: number,
): number | null {
  let above: { id: number; y: number } | null = null;
  let below: { id: number; y: number } | null = null;
  for (const { element } of pages.values()) {
    const frame = element.getBoundingClientRect();
    if (frame.bottom < top || frame.top > bottom) continue;
    for (const { passageId, boxes } of markedPages.get(element) ?? []) {
      const y = frame.top + (boxes[0]?.top ?? 0) * frame.height;
      if (y < top || y > bottom) continue;
      if (y <= line && (above === null || y >= above.y)) above = { id: passageId, y };
      if (y > line && (below === null || y < below.y)) below = { id: passageId, y };
    }
  }
  return (above ?? below)?.id ?? null;
}
