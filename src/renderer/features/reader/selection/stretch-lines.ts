/** The lines of a stretch on the screen, as far as its pages are drawn. */
import type { PdfRect } from '../../../../shared/domain/passage.ts';
import type { DrawnPage } from '../drawn/drawn-page.ts';
import type { Box } from '../drawn/merge-rects.ts';
import { boxesOf, clientBox } from '../drawn/stretch-boxes.ts';
import { translateStretch } from '../drawn/translate-stretch.ts';
import type { ReaderPane } from '../panes/pane.ts';
import { partOnPage, type Stretch } from '../stretch.ts';

/** In client coordinates, in reading order. */
export function clientLinesOf(pane: ReaderPane, stretch: Stretch): Box[] {
  return linesOf(pane, stretch).flatMap(({ page, boxes }) =>
    boxes.map((box) => clientBox(page, box)),
  );
}

/** In PDF points; empty for text documents, and when a page of the stretch is not drawn: a part of them would be wrong. */
export function pdfRectsOf(pane: ReaderPane, stretch: Stretch): PdfRect[] {
  const { pages } = pane.drawn.getState();
  for (let page = stretch.start.page; page <= stretch.end.page; page += 1) {
    if (!pages.has(page)) return [];
  }
  return linesOf(pane, stretch).flatMap(({ page, boxes }) => {
    const { toPdfPoint } = page;
    if (toPdfPoint === null) return [];
    const { width, height } = page.element.getBoundingClientRect();
    return boxes.map((box): PdfRect => {
      const [x1, y1] = toPdfPoint(box.left * width, box.bottom * height);
      const [x2, y2] = toPdfPoint(box.right * width, box.top * height);
      return {
        page: page.number,
        x1: hundredth(Math.min(x1, x2)),
        y1: hundredth(Math.min(y1, y2)),
        x2: hundredth(Math.max(x1, x2)),
        y2: hundredth(Math.max(y1, y2)),
      };
    });
  });
}

/** The DOM range of a stretch, to select it again; null when its ends are not drawn. */
export function domRangeOf({ drawn }: ReaderPane, stretch: Stretch): Range | null {
  const { pages } = drawn.getState();
  const first = pages.get(stretch.start.page);
  const last = pages.get(stretch.end.page);
  const head = first && rangesOf(first, stretch)[0];
  const tail = last && rangesOf(last, stretch).at(-1);
  if (head === undefined || tail === undefined) return null;
  const range = document.createRange();
  range.setStart(head.startContainer, head.startOffset);
  range.setEnd(tail.endContainer, tail.endOffset);
  return range;
}

function rangesOf(page: DrawnPage, stretch: Stretch): readonly Range[] {
  const part = partOnPage(stretch, page.number, page.stored.length);
  const found = part && translateStretch(page.stored, page.screen, part.start, part.end);
  return found ? page.rangesOf(found.start, found.end) : [];
}

function linesOf({ drawn }: ReaderPane, stretch: Stretch): { page: DrawnPage; boxes: Box[] }[] {
  return [...drawn.getState().pages.values()]
    .toSorted((a, b) => a.number - b.number)
    .flatMap((page) => {
      const part = partOnPage(stretch, page.number, page.stored.length);
      const found = part && translateStretch(page.stored, page.screen, part.start, part.end);
      return found ? [{ page, boxes: boxesOf(page, found.start, found.end) }] : [];
    });
}

function hundredth(points: number): number {
  return Math.round(points * 100) / 100;
}
