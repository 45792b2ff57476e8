/** A highlighted stretch of a SourceDocument. */

/** The eight highlight colours of the design tokens (`--highlight-<colour>`). */
export const PASSAGE_COLOURS = [
  'yellow',
  'green',
  'blue',
  'rose',
  'violet',
  'orange',
  'teal',
  'grey',
] as const;
export type PassageColour = (typeof PASSAGE_COLOURS)[number];

/** A place in a document's canonical text. `offset` counts UTF-16 units from the start of the page. */
export interface TextPoint {
  /** 1-based page number. */
  readonly page: number;
  readonly offset: number;
}

/** A rectangle in PDF points, origin at the bottom left of the page's media box. */
export interface PdfRect {
  readonly page: number;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** What identifies the words of a passage; all selectors are kept, so that a miss can be seen and mended. */
export interface PassageAnchor {
  readonly start: TextPoint;
  /** Exclusive. */
  readonly end: TextPoint;
  /** Exact canonical text between start and end; pages are joined by one LF. Empty for a region, and only there. */
  readonly quote: string;
  /** Up to 32 UTF-16 units before `start` on its page. */
  readonly prefix: string;
  /** Up to 32 UTF-16 units after `end` on its page. */
  readonly suffix: string;
  /** Empty for text documents and for passages made without geometry. */
  readonly rects: readonly PdfRect[];
}

export interface Passage extends PassageAnchor {
  readonly id: number;
  readonly documentId: number;
  readonly colour: PassageColour;
  /** The researcher's own note, Markdown; empty when there is none. */
  readonly note: string;
  readonly tagIds: readonly number[];
  readonly caseIds: readonly number[];
  readonly eventIds: readonly number[];
  /** ISO 8601 instants, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Whether a passage is a rectangle of a page (the one in `rects`) and not words; it has no length then. */
export function isRegion({ quote }: Pick<PassageAnchor, 'quote'>): boolean {
  return quote === '';
}
