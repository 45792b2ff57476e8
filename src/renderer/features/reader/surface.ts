/** What the toolbar, the panel and the actions ask of the view that shows the document, whichever kind it is. */
export interface Surface {
  /** The scrolling element. */
  readonly scroller: HTMLElement;
  /** Brings the top of a page into view. */
  readonly showPage: (page: number) => void;
  /** Brings a page near enough to be drawn, at about `part` (0..1) of its height. */
  readonly approach: (page: number, part: number) => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly resetZoom: () => void;
  /** Null for text documents, which always fill their measure. */
  readonly fitWidth: (() => void) | null;
}
