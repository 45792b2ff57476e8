/** Ties a page of the pdf.js viewer to its canonical text, through the text items both are made from. */
import {
  canonicalisePage,
  type CanonicalPage,
} from '../../../../shared/extraction/canonical-pdf-text.ts';
import { toCanonical, toItemRanges } from '../../../../shared/extraction/page-map.ts';
import { textItemsOf } from '../../../../shared/extraction/text-content.ts';
import type { DrawnPage } from '../drawn/drawn-page.ts';
import type { CagedPage } from './cage/caged-page.ts';

/** The canonical text and map of a page, and the length of each of its text items. */
export interface PdfPageText extends CanonicalPage {
  readonly itemLengths: readonly number[];
}

export async function readPdfPage(page: CagedPage): Promise<PdfPageText> {
  const content = await page.getTextContent();
  return {
    ...canonicalisePage(content),
    itemLengths: textItemsOf(content).map((item) => item.str.length),
  };
}

interface PdfPageOnScreen {
  readonly number: number;
  readonly element: HTMLElement;
  readonly marksLayer: HTMLElement;
  readonly stored: string;
  readonly text: PdfPageText;
  /** `textDivs[i]` shows text item `i`; empty items have a div that is not in the page. */
  readonly textDivs: readonly HTMLElement[];
  readonly partOf: (x: number, y: number) => readonly [number, number];
  readonly toPdfPoint: (x: number, y: number) => readonly [number, number];
}

export function drawnPdfPage(onScreen: PdfPageOnScreen): DrawnPage {
  const { text, textDivs, element, ...rest } = onScreen;
  const itemOf = new Map<Node, number>(textDivs.map((div, item) => [div, item]));
  return {
    ...rest,
    element,
    screen: text.text,
    offsetOf: (node, offset, side) => {
      const own = itemOf.get(node) ?? itemOf.get(node.parentNode ?? node);
      if (own !== undefined) {
        const within = node.nodeType === Node.TEXT_NODE ? offset : offset === 0 ? 0 : Infinity;
        return toCanonical(text, own, Math.min(within, text.itemLengths[own] ?? 0), side);
      }
      if (!element.contains(node)) return null;
      const next = firstItemFrom(textDivs, node, offset);
      if (side === 'start')
        return next === null ? text.text.length : toCanonical(text, next, 0, side);
      const last = (next ?? textDivs.length) - 1;
      return last < 0 ? 0 : toCanonical(text, last, text.itemLengths[last] ?? 0, side);
    },
    rangesOf: (start, end) =>
      toItemRanges(text, start, end).flatMap(({ item, from, to }) => {
        const words = textDivs[item]?.firstChild;
        if (words === null || words === undefined || !words.isConnected) return [];
        const length = words.textContent?.length ?? 0;
        const range = document.createRange();
        range.setStart(words, Math.min(from, length));
        range.setEnd(words, Math.min(to, length));
        return [range];
      }),
  };
}

/** Index of the first text item at or after a DOM point between items, null when none follows. */
function firstItemFrom(
  textDivs: readonly HTMLElement[],
  node: Node,
  offset: number,
): number | null {
  const point = document.createRange();
  point.setStart(node, offset);
  const found = textDivs.findIndex((div) => div.isConnected && point.comparePoint(div, 0) >= 0);
  return found < 0 ? null : found;
}
