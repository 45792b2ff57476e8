/** The text of a PDF as the extractor hands it over. */

/** Version of the canonical text rules; stored with every document. Raise it when the same bytes give other text. */
export const TEXT_VERSION = 1;

export interface ExtractedPdf {
  /** From the document information, empty when there is none. */
  readonly title: string;
  /** From there, too: names as they were typed, EDTF day or empty, BCP 47 tag or empty. */
  readonly author: string;
  readonly created: string;
  readonly language: string;
  readonly outline: readonly OutlineEntry[];
  readonly pages: readonly ExtractedPage[];
}

/** A heading of the document's own table of contents, in its order. */
export interface OutlineEntry {
  readonly title: string;
  /** 0 for a chapter, 1 for what is below it … */
  readonly level: number;
  /** 1-based; null when it leads nowhere. */
  readonly page: number | null;
}

export interface ExtractedPage {
  /** 1-based. */
  readonly number: number;
  readonly label: string;
  /** Canonical text; empty when the page has no text layer. */
  readonly text: string;
}

/** How reading a file ended; damage, passwords and limits are results, not errors. */
export type PdfExtraction =
  | { kind: 'extracted'; pdf: ExtractedPdf }
  | { kind: 'password-needed' }
  | {
      kind: 'unreadable';
      reason:
        | 'not-a-pdf'
        | 'damaged-pdf'
        | 'damaged-document'
        | 'unknown-format'
        | 'took-too-long'
        | 'out-of-memory';
    };

/** What the extractor reads; running text is read by the library itself. */
export type ExtractedFormat = 'pdf' | 'docx' | 'odt' | 'eml';
/** Running text that has to be unpacked first. */
export type OfficeFormat = Exclude<ExtractedFormat, 'pdf'>;
