/** The text of a PDF as the extractor hands it over. */

/** Version of the canonical text rules; stored with every document. Raise it when the same bytes give other text. */
export const TEXT_VERSION = 1;

export interface ExtractedPdf {
  /** From the document information, empty when there is none. */
  readonly title: string;
  readonly pages: readonly ExtractedPage[];
}

export interface ExtractedPage {
  /** 1-based. */
  readonly number: number;
  readonly label: string;
  /** Canonical text; empty when the page has no text layer. */
  readonly text: string;
}

/** How reading a PDF ended; damage, passwords and limits are results, not errors. */
export type PdfExtraction =
  | { kind: 'extracted'; pdf: ExtractedPdf }
  | { kind: 'password-needed' }
  | { kind: 'unreadable'; reason: 'not-a-pdf' | 'damaged-pdf' | 'took-too-long' | 'out-of-memory' };
