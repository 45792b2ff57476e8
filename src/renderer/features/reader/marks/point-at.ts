/** The point of the stored text below a point of the window, or nearest to it. */
import type { TextPoint } from '../../../../shared/domain/passage.ts';
import type { DrawnPage } from '../drawn/drawn-page.ts';
import { clientBoxesOf } from '../drawn/stretch-boxes.ts';
import { translateStretch } from '../drawn/translate-stretch.ts';
import type { ReaderPane } from '../panes/pane.ts';
import { nearestBox } from './nearest-box.ts';

/** CSS pixels inside the edge of a box, where its words answer. */
const INSIDE = 1;

/** @param side the end that the point shall be, at places between two items of text. */
export function pointAt(
  pane: ReaderPane,
  x: number,
  y: number,
  side: 'start' | 'end',
): TextPoint | null {
  const pages = [...pane.drawn.getState().pages.values()];
  const direct = onWords(pages, x, y, side);
  if (direct !== null) return direct;
  // On blank paper the browser names no words, or those at the other end of the page.
  const frames = pages.map(({ element }) => element.getBoundingClientRect());
  const page = pages[nearestBox(frames, x, y)];
  if (page === undefined) return null;
  const words = page
    .rangesOf(0, page.screen.length)
    .flatMap((range) => clientBoxesOf(range).map((box) => ({ range, box })))
    .filter(({ box }) => box.right > box.left && box.bottom > box.top);
  const nearest =
    words[
      nearestBox(
        words.map(({ box }) => box),
        x,
        y,
      )
    ];
  if (nearest === undefined) return null;
  const { range, box } = nearest;
  const beside = onWords(
    [page],
    clamp(x, box.left + INSIDE, box.right - INSIDE),
    clamp(y, box.top + INSIDE, box.bottom - INSIDE),
    side,
  );
  if (beside !== null) return beside;
  const [node, offset] =
    side === 'start'
      ? [range.startContainer, range.startOffset]
      : [range.endContainer, range.endOffset];
  return storedPoint(page, page.offsetOf(node, offset, side), side);
}

function onWords(
  pages: readonly DrawnPage[],
  x: number,
  y: number,
  side: 'start' | 'end',
): TextPoint | null {
  const caret = document.caretPositionFromPoint(x, y);
  if (caret?.offsetNode.nodeType !== Node.TEXT_NODE) return null;
  const page = pages.find(({ element }) => element.contains(caret.offsetNode));
  return page ? storedPoint(page, page.offsetOf(caret.offsetNode, caret.offset, side), side) : null;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

function storedPoint(
  { number, screen, stored }: DrawnPage,
  offset: number | null,
  side: 'start' | 'end',
): TextPoint | null {
  if (offset === null) return null;
  if (screen === stored) return { page: number, offset };
  const [from, to] = side === 'start' ? [offset, screen.length] : [0, offset];
  const found = translateStretch(screen, stored, from, to);
  return found && { page: number, offset: side === 'start' ? found.start : found.end };
}
