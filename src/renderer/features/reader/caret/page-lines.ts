/** Lines of a drawn page as they stand on the screen, for the caret. Offsets in the page's stored text; client pixels. */
import type { DrawnPage } from '../drawn/drawn-page.ts';

/** Two letters are on one line when they share this part of the lower one's height. */
const SAME_LINE = 0.5;

export interface CaretPlace {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where the caret stands before the letter at an offset; null when nothing of the page can be measured there. */
export function caretPlace(page: DrawnPage, offset: number): CaretPlace | null {
  const at = letterBox(page, offset);
  if (at !== null)
    return { x: isRightToLeft(page.stored, offset) ? at.right : at.left, ...tall(at) };
  const before = letterBox(page, offset - 1);
  if (before === null) return null;
  const x = isRightToLeft(page.stored, offset - 1) ? before.left : before.right;
  return { x, ...tall(before) };
}

/**
 * The offset a line below (`step` 1) or above (-1) that is nearest to `goalX`; null when the page has no such line. Lines
 * follow each other in reading order, so the last line of a column is followed by the first of the next.
 */
export function lineAway(
  page: DrawnPage,
  offset: number,
  step: 1 | -1,
  goalX: number,
): number | null {
  const here = letterNear(page, offset);
  if (here === null) return null;
  let line: DOMRect | null = null;
  let best: { offset: number; distance: number } | null = null;
  const consider = (candidate: number, x: number): void => {
    const distance = Math.abs(x - goalX);
    if (best === null || distance < best.distance) best = { offset: candidate, distance };
  };
  const end = step === 1 ? page.stored.length : -1;
  for (let at = step === 1 ? offset : offset - 1; at !== end; at += step) {
    const box = letterBox(page, at);
    if (box === null) continue;
    if (line === null) {
      if (isSameLine(box, here)) continue;
      line = box;
    } else if (!isSameLine(box, line)) break;
    consider(at, isRightToLeft(page.stored, at) ? box.right : box.left);
    if (!/\s/u.test(page.stored[at] ?? '')) {
      consider(at + 1, isRightToLeft(page.stored, at) ? box.left : box.right);
    }
  }
  return (best as { offset: number } | null)?.offset ?? null;
}

/** The offset of the first or after the last letter of the line that an offset is on. */
export function lineEdge(page: DrawnPage, offset: number, edge: 'start' | 'end'): number {
  const here = letterNear(page, offset);
  if (here === null) return offset;
  const step = edge === 'start' ? -1 : 1;
  let found = offset;
  for (
    let at = edge === 'start' ? offset - 1 : offset;
    at >= 0 && at < page.stored.length;
    at += step
  ) {
    const box = letterBox(page, at);
    if (box === null) continue;
    if (!isSameLine(box, here)) break;
    if (!/\s/u.test(page.stored[at] ?? '')) found = edge === 'start' ? at : at + 1;
  }
  return found;
}

/** The first offset whose letter is between two heights; null when there is none on this page. */
export function firstBetween(page: DrawnPage, top: number, bottom: number): number | null {
  for (const { index } of page.stored.matchAll(/\S+/gu)) {
    const box = letterBox(page, index);
    if (box !== null && box.top >= top && box.bottom <= bottom) return index;
  }
  return null;
}

/** The direction of the paragraph an offset is in: that of its first letter with one. */
export function isRightToLeft(text: string, offset: number): boolean {
  const start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  const found = /\p{L}/u.exec(text.slice(start, start + 400));
  return found !== null && /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u.test(found[0]);
}

function letterNear(page: DrawnPage, offset: number): DOMRect | null {
  for (let away = 0; away < 200; away += 1) {
    const box = letterBox(page, offset + away) ?? letterBox(page, offset - 1 - away);
    if (box !== null) return box;
  }
  return null;
}

/** Null for line ends and for what the screen does not show. */
function letterBox(page: DrawnPage, offset: number): DOMRect | null {
  const letter = page.stored[offset];
  if (letter === undefined || letter === '\n') return null;
  // Where the texts differ letters have no places of their own; the text of a page differs little, though.
  const [range] = page.rangesOf(offset, offset + 1);
  const box = range?.getClientRects()[0];
  return box === undefined || box.height === 0 ? null : box;
}

function isSameLine(a: DOMRect, b: DOMRect): boolean {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared >= SAME_LINE * Math.min(a.height, b.height);
}

function tall({ top, bottom }: DOMRect) {
  return { top, bottom };
}
