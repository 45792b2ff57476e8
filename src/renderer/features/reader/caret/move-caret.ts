/** Where a key takes the caret. */
import type { TextPoint } from '../../../../shared/domain/passage.ts';
import type { DrawnPage } from '../drawn/drawn-page.ts';
import { nextLetter, nextWordEnd, previousLetter, previousWordStart } from '../selection/words.ts';
import { caretPlace, lineAway, lineEdge } from './page-lines.ts';

export type CaretUnit =
  'letter' | 'word' | 'line' | 'line-edge' | 'paragraph' | 'page' | 'document';

export interface CaretMove {
  readonly unit: CaretUnit;
  readonly step: 1 | -1;
}

/** What a stroke means; null when it is no key of movement. `rtl`: the caret is in a right-to-left paragraph. */
export function moveOfKey(
  stroke: { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean },
  rtl: boolean,
): CaretMove | null {
  const far = stroke.ctrlKey || stroke.metaKey;
  switch (stroke.key) {
    case 'ArrowRight':
      return { unit: far ? 'word' : 'letter', step: rtl ? -1 : 1 };
    case 'ArrowLeft':
      return { unit: far ? 'word' : 'letter', step: rtl ? 1 : -1 };
    case 'ArrowDown':
      return { unit: far ? 'paragraph' : 'line', step: 1 };
    case 'ArrowUp':
      return { unit: far ? 'paragraph' : 'line', step: -1 };
    case 'Home':
      return { unit: far ? 'document' : 'line-edge', step: -1 };
    case 'End':
      return { unit: far ? 'document' : 'line-edge', step: 1 };
    case 'PageDown':
      return { unit: 'page', step: 1 };
    case 'PageUp':
      return { unit: 'page', step: -1 };
    default:
      return null;
  }
}

/** What moving needs of the document. */
export interface CaretGround {
  readonly pages: number;
  /** Canonical text; null while it is not loaded. */
  readonly textOf: (page: number) => string | null;
  /** The page on the screen, null while it is not drawn. */
  readonly drawn: (page: number) => DrawnPage | null;
}

export interface CaretTarget {
  readonly point: TextPoint;
  readonly goalX: number | null;
}

/** A page that has to be loaded before the move can be made. */
export interface WantedPage {
  readonly wanted: number;
}

/** The place a move leads to; at the ends of the document it stays where it is. */
export function moveCaret(
  ground: CaretGround,
  from: TextPoint,
  { unit, step }: CaretMove,
  goalX: number | null,
): CaretTarget | WantedPage {
  const text = ground.textOf(from.page);
  if (text === null) return { wanted: from.page };
  const to = (offset: number): CaretTarget => ({ point: { page: from.page, offset }, goalX: null });
  const elsewhere = (found: number | null): CaretTarget | WantedPage =>
    found === null ? leavePage(ground, from, step) : to(found);
  switch (unit) {
    case 'letter':
      return elsewhere(
        step === 1 ? nextLetter(text, from.offset) : previousLetter(text, from.offset),
      );
    case 'word':
      return elsewhere(
        step === 1 ? nextWordEnd(text, from.offset) : previousWordStart(text, from.offset),
      );
    case 'line':
      return moveLine(ground, from, step, goalX);
    case 'line-edge': {
      const page = ground.drawn(from.page);
      if (page === null) return to(textLineEdge(text, from.offset, step));
      return to(lineEdge(page, from.offset, step === 1 ? 'end' : 'start'));
    }
    case 'paragraph':
      return elsewhere(paragraphAway(text, from.offset, step));
    case 'page':
      return step === -1 && from.offset > 0 ? to(0) : leavePage(ground, from, step, 'start');
    case 'document': {
      const page = step === 1 ? ground.pages : 1;
      const last = ground.textOf(page);
      if (last === null) return { wanted: page };
      return { point: { page, offset: step === 1 ? last.length : 0 }, goalX: null };
    }
  }
}

function moveLine(
  ground: CaretGround,
  from: TextPoint,
  step: 1 | -1,
  wantedX: number | null,
): CaretTarget | WantedPage {
  const page = ground.drawn(from.page);
  const goalX = wantedX ?? (page && caretPlace(page, from.offset)?.x) ?? null;
  if (page !== null && goalX !== null) {
    const offset = lineAway(page, from.offset, step, goalX);
    if (offset !== null) return { point: { page: from.page, offset }, goalX };
  }
  const left = leavePage(ground, from, step);
  if ('wanted' in left) return left;
  const next = ground.drawn(left.point.page);
  if (next === null || goalX === null || left.point.page === from.page) return { ...left, goalX };
  // From before its first line, or after its last.
  const edge = step === 1 ? 0 : next.stored.length;
  const nearest = nearestInLine(next, edge, goalX);
  return { point: { page: next.number, offset: nearest ?? left.point.offset }, goalX };
}

function nearestInLine(page: DrawnPage, offset: number, goalX: number): number | null {
  const start = lineEdge(page, offset, 'start');
  const end = lineEdge(page, offset, 'end');
  let best: { at: number; distance: number } | null = null;
  for (let at = start; at <= end; at += 1) {
    const place = caretPlace(page, at);
    if (place === null) continue;
    const distance = Math.abs(place.x - goalX);
    if (best === null || distance < best.distance) best = { at, distance };
  }
  return best?.at ?? null;
}

/** To the next page with words: its beginning, or its end when going back. */
function leavePage(
  ground: CaretGround,
  from: TextPoint,
  step: 1 | -1,
  side: 'near' | 'start' = 'near',
): CaretTarget | WantedPage {
  for (let page = from.page + step; page >= 1 && page <= ground.pages; page += step) {
    const text = ground.textOf(page);
    if (text === null) return { wanted: page };
    if (text === '') continue;
    const offset = step === 1 || side === 'start' ? 0 : text.length;
    return { point: { page, offset }, goalX: null };
  }
  const length = ground.textOf(from.page)?.length ?? 0;
  return { point: { page: from.page, offset: step === 1 ? length : 0 }, goalX: null };
}

function paragraphAway(text: string, offset: number, step: 1 | -1): number | null {
  if (step === 1) {
    const found = /\n\s*(?=\S)/u.exec(text.slice(offset));
    return found === null ? null : offset + found.index + found[0].length;
  }
  const before = text.slice(0, offset).trimEnd();
  if (before === '') return null;
  return before.lastIndexOf('\n') + 1;
}

function textLineEdge(text: string, offset: number, step: 1 | -1): number {
  if (step === -1) return text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
