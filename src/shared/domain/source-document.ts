/** One imported report, as every process sees it. Bytes stay in `originals.db`. */

export type DocumentKind = 'pdf' | 'text';

/** Where a document stands after its import. Only `imported` has text on every page that can have it. */
export type DocumentState =
  | { kind: 'imported' }
  | { kind: 'needs-ocr'; pagesWithoutText: number }
  | { kind: 'password-needed' }
  | { kind: 'unreadable'; reason: UnreadableReason };

/** Why a file could not be read; each has its words in i18n (`unreadable.<reason>`). */
export type UnreadableReason =
  | 'empty-file'
  | 'not-a-pdf'
  | 'damaged-pdf'
  | 'unknown-format'
  | 'too-large'
  | 'took-too-long'
  | 'out-of-memory'
  | 'not-a-regular-file'
  | 'no-permission'
  | 'vanished'
  | 'changed-while-reading'
  | 'crashed';

export interface SourceDocument {
  readonly id: number;
  readonly title: string;
  /** Base name of the file as it was imported; never a path. */
  readonly fileName: string;
  readonly kind: DocumentKind;
  readonly state: DocumentState;
  /** Number of pages; 0 while unreadable. */
  readonly pages: number;
  /** Lower-case hexadecimal SHA-256 of the original bytes. */
  readonly sha256: string;
  /** Bytes of the original. */
  readonly size: number;
  /** Encoding a text file was decoded with (WHATWG label), null for a PDF. */
  readonly encoding: string | null;
  /** ISO 8601 instant, UTC. */
  readonly importedAt: string;
  /** Other file names under which the same bytes were met. */
  readonly aliases: readonly string[];
  readonly passages: number;
}

/** One page: the canonical text is what is indexed, shown and counted (design section 6). */
export interface Page {
  readonly documentId: number;
  /** 1-based. */
  readonly number: number;
  /** Label printed on the page (`iv`, `A-3`), or the number. */
  readonly label: string;
  /** Canonical text; offsets into it are UTF-16 units. */
  readonly text: string;
}
