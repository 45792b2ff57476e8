/** What the toolbar, the panel and the actions ask of the view that shows the document, whichever kind it is. */
import type { AnswerTo } from '../../drawing/drawing-answers.ts';
import type { PlaceTarget } from './pdf/links/page-link.ts';

export interface Surface {
  /** The scrolling element. */
  readonly scroller: HTMLElement;
  /** Brings the top of a page into view. */
  readonly showPage: (page: number) => void;
  /** Brings a page near enough to be drawn, at about `part` (0..1) of its height. */
  readonly approach: (page: number, part: number) => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  /** @param zoom 1 is 100 %; kept within what the view can do. */
  readonly zoomTo: (zoom: number) => void;
  /** Null for text documents, which always fill their measure and have no pages of paper. */
  readonly paper: PaperSurface | null;
}

/** What fills the view at every size of the window; null for a zoom that a person chose. */
export type Fit = 'width' | 'page' | null;

/** Of documents whose pages are pictures. */
export interface PaperSurface {
  readonly fit: (fit: 'width' | 'page') => void;
  /** Turns all pages, degrees clockwise. */
  readonly rotate: (by: 90 | -90) => void;
  readonly goTo: (place: PlaceTarget) => void;
  /** @throws CageError */
  readonly outline: () => Promise<AnswerTo<'outline'>>;
  /**
   * Draws a page small, as it is turned now; sets the size of the canvas. Resolves when it is drawn.
   * @param width of the canvas in pixels. @throws CageError, or what the signal aborts with.
   */
  readonly drawSmall: (
    page: number,
    canvas: HTMLCanvasElement,
    width: number,
    signal: AbortSignal,
  ) => Promise<void>;
}
