/** Stretches of a document's canonical text, across pages. Pure. */
import type { TextPoint } from '../../../shared/domain/passage.ts';

export interface Stretch {
  readonly start: TextPoint;
  /** Exclusive. */
  readonly end: TextPoint;
}

export function comparePoints(a: TextPoint, b: TextPoint): number {
  return a.page - b.page || a.offset - b.offset;
}

/** Reading order: by start, the longer one first, so that a passage comes before those nested in it. */
export function compareStretches(a: Stretch, b: Stretch): number {
  return comparePoints(a.start, b.start) || comparePoints(b.end, a.end);
}

export function isSameStretch(a: Stretch, b: Stretch): boolean {
  return comparePoints(a.start, b.start) === 0 && comparePoints(a.end, b.end) === 0;
}

/** Whether two stretches have words in common. */
export function overlap(a: Stretch, b: Stretch): boolean {
  return comparePoints(a.start, b.end) < 0 && comparePoints(b.start, a.end) < 0;
}

/** The part of a stretch on one page, null when there is none. `length` is the length of the page's text. */
export function partOnPage(
  { start, end }: Stretch,
  page: number,
  length: number,
): { start: number; end: number } | null {
  if (page < start.page || page > end.page) return null;
  const from = page === start.page ? start.offset : 0;
  const to = page === end.page ? Math.min(end.offset, length) : length;
  return from < to ? { start: from, end: to } : null;
}

/**
 * A stretch without the white space at its ends; null when nothing is left. Both ends may move to another page.
 * @param textOf canonical text of every page of the stretch.
 */
export function trimStretch(stretch: Stretch, textOf: (page: number) => string): Stretch | null {
  let { start, end } = stretch;
  while (comparePoints(start, end) < 0) {
    const text = textOf(start.page);
    const to = start.page === end.page ? end.offset : text.length;
    const found = text.slice(start.offset, to).search(/\S/u);
    if (found >= 0) {
      start = { page: start.page, offset: start.offset + found };
      break;
    }
    if (start.page === end.page) return null;
    start = { page: start.page + 1, offset: 0 };
  }
  while (comparePoints(start, end) < 0) {
    const text = textOf(end.page);
    const from = start.page === end.page ? start.offset : 0;
    const kept = text.slice(from, end.offset).trimEnd().length;
    if (kept > 0) return { start, end: { page: end.page, offset: from + kept } };
    if (start.page === end.page) return null;
    end = { page: end.page - 1, offset: textOf(end.page - 1).length };
  }
  return null;
}
