/** Where a stretch of a drawn page is, measured on the screen. */
import type { DrawnPage } from './drawn-page.ts';
import { mergeBoxes, type Box } from './merge-rects.ts';
import { translateStretch } from './translate-stretch.ts';

/** Boxes of `start`..`end` of the page's screen text, one per line, in parts (0..1) of the page's size. */
export function boxesOf(page: DrawnPage, start: number, end: number): Box[] {
  const frame = page.element.getBoundingClientRect();
  if (frame.width === 0 || frame.height === 0) return [];
  const rects = page.rangesOf(start, end).flatMap(clientBoxesOf);
  return mergeBoxes(rects).map((box) => ({
    ...(box.sideways && { sideways: true }),
    left: (box.left - frame.left) / frame.width,
    right: (box.right - frame.left) / frame.width,
    top: (box.top - frame.top) / frame.height,
    bottom: (box.bottom - frame.top) / frame.height,
  }));
}

/** The boxes of a range of one text item in client coordinates; the empty ones too. */
export function clientBoxesOf(range: Range): Box[] {
  const boxes = [...range.getClientRects()];
  return isSideways(range, boxes) ? boxes.map(sidewaysBox) : boxes;
}

/** Whether words run up or down on the screen; told by how the first letter lies to the last, where their box is high. */
function isSideways(range: Range, [box]: readonly DOMRect[]): boolean {
  if (box === undefined || box.height <= box.width) return false;
  const { startContainer, startOffset, endContainer, endOffset } = range;
  if (startContainer !== endContainer || endOffset - startOffset < 2) return false;
  const letter = document.createRange();
  letter.setStart(startContainer, startOffset);
  letter.setEnd(startContainer, startOffset + 1);
  const first = letter.getBoundingClientRect();
  letter.setStart(endContainer, endOffset - 1);
  letter.setEnd(endContainer, endOffset);
  const last = letter.getBoundingClientRect();
  return Math.abs(last.y - first.y) > Math.abs(last.x - first.x);
}

function sidewaysBox({ left, top, right, bottom }: DOMRect): Box {
  return { left, top, right, bottom, sideways: true };
}

/** The same for offsets of the library's text; none when the words are not on the screen. */
export function boxesInStored(page: DrawnPage, start: number, end: number): Box[] {
  const found = translateStretch(page.stored, page.screen, start, end);
  return found === null ? [] : boxesOf(page, found.start, found.end);
}

/** A box in parts of the page as client coordinates. */
export function clientBox(page: DrawnPage, box: Box): Box {
  const frame = page.element.getBoundingClientRect();
  return {
    ...(box.sideways && { sideways: true }),
    left: frame.left + box.left * frame.width,
    right: frame.left + box.right * frame.width,
    top: frame.top + box.top * frame.height,
    bottom: frame.top + box.bottom * frame.height,
  };
}
