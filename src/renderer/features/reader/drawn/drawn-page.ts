/** A page that is on the screen with its words: what selecting, marking and scrolling need of it, PDF and text alike. */
import type { Side } from '../../../../shared/extraction/page-map.ts';

export interface DrawnPage {
  /** 1-based. */
  readonly number: number;
  /** The box of the page; marks are placed inside it, in parts of its size. */
  readonly element: HTMLElement;
  /** Where marks are drawn: above the page's picture, below its selectable words. */
  readonly marksLayer: HTMLElement;
  /** Canonical text in the library. */
  readonly stored: string;
  /** Canonical text as the screen has it; another than `stored` when the text rules changed since the import. */
  readonly screen: string;
  /** Offset in `screen` of a DOM point, null when the point is not in this page's words. */
  readonly offsetOf: (node: Node, offset: number, side: Side) => number | null;
  /** DOM ranges that draw `start`..`end` of `screen` (UTF-16 units, end exclusive), in reading order. */
  readonly rangesOf: (start: number, end: number) => readonly Range[];
  /** PDF points to parts (0..1) of the page as it lies on the screen; null for text documents. */
  readonly partOf: ((x: number, y: number) => readonly [number, number]) | null;
  /** CSS pixels from the top left of `element` to PDF points; null for text documents. */
  readonly toPdfPoint: ((x: number, y: number) => readonly [number, number]) | null;
}

/** False while a page far from the view waits to be drawn in another size: its words have no place then. */
export function isShown({ element, marksLayer }: DrawnPage): boolean {
  return marksLayer.isConnected && element.querySelector(':scope > .textLayer[hidden]') === null;
}
