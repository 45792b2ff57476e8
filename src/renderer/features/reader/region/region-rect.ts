/** Between a box on the screen and the rectangle that is stored: PDF points, whichever way the page is turned. */
import type { PdfRect } from '../../../../shared/domain/passage.ts';
import type { DrawnPage } from '../drawn/drawn-page.ts';
import type { Box } from '../drawn/merge-rects.ts';

/** Null for a page without paper. */
export function rectOfBox({ number, element, toPdfPoint }: DrawnPage, box: Box): PdfRect | null {
  if (toPdfPoint === null) return null;
  const { width, height } = element.getBoundingClientRect();
  const [x1, y1] = toPdfPoint(box.left * width, box.bottom * height);
  const [x2, y2] = toPdfPoint(box.right * width, box.top * height);
  return {
    page: number,
    x1: hundredth(Math.min(x1, x2)),
    y1: hundredth(Math.min(y1, y2)),
    x2: hundredth(Math.max(x1, x2)),
    y2: hundredth(Math.max(y1, y2)),
  };
}

/** In parts of the page; null for a page without paper. */
export function boxOfRect({ partOf }: DrawnPage, { x1, y1, x2, y2 }: PdfRect): Box | null {
  if (partOf === null) return null;
  const [left, top] = partOf(x1, y1);
  const [right, bottom] = partOf(x2, y2);
  return {
    left: Math.min(left, right),
    right: Math.max(left, right),
    top: Math.min(top, bottom),
    bottom: Math.max(top, bottom),
  };
}

function hundredth(points: number): number {
  return Math.round(points * 100) / 100;
}
