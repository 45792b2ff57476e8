import type { Page } from '../../../../shared/domain/source-document.ts';
import type { DrawnPage } from '../drawn/drawn-page.ts';

/** @param words the element whose only child is the text node of the page. */
export function drawnTextPage(
  page: Page,
  element: HTMLElement,
  marksLayer: HTMLElement,
  words: HTMLElement,
): DrawnPage {
  const { number, text } = page;
  return {
    number,
    element,
    marksLayer,
    stored: text,
    screen: text,
    offsetOf: (node, offset) => {
      if (node === words.firstChild) return Math.min(offset, text.length);
      if (!element.contains(node)) return null;
      const point = document.createRange();
      point.setStart(node, offset);
      return point.comparePoint(words, 0) >= 0 ? 0 : text.length;
    },
    rangesOf: (start, end) => {
      const node = words.firstChild;
      if (node === null) return [];
      const range = document.createRange();
      range.setStart(node, Math.min(start, text.length));
      range.setEnd(node, Math.min(end, text.length));
      return [range];
    },
    partOf: null,
    toPdfPoint: null,
  };
}
