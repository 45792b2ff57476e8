/** One imported report, as every process sees it. Bytes stay in `originals.db`. */
import type { Changes } from './changes.ts';

/** How a document is shown: as pages of its own or as running text. */
export type DocumentKind = 'pdf' | 'text';

/** What its file is. */
export type DocumentFormat = 'pdf' | 'text' | 'markdown' | 'html' | 'docx' | 'odt' | 'eml';

/** How far a person trusts the source of a document. */
export const RELIABILITIES = [
  'unknown',
  'reliable',
  'mostly-reliable',
  'doubtful',
  'unreliable',
] as const;
export type Reliability = (typeof RELIABILITIES)[number];

/** What a person can say about a document; taken from the file at first, where it tells. */
export interface DocumentFields {
  readonly title: string;
  /** One a line. */
  readonly authors: string;
  readonly publisher: string;
  /** EDTF, or empty. */
  readonly date: string;
  /** ISO 639-1, or empty. */
  readonly language: string;
  readonly sourceUrl: string;
  readonly reliability: Reliability;
  /** Reference number, of an archive or of the person's own files. */
  readonly reference: string;
  readonly note: string;
}

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
  | 'damaged-document'
  | 'unknown-format'
  | 'too-large'
  | 'took-too-long'
  | 'out-of-memory'
  | 'not-a-regular-file'
  | 'no-permission'
  | 'vanished'
  | 'changed-while-reading'
  | 'crashed';

export type DocumentChanges = Changes<DocumentFields>;

/** Columns of the list of documents, in their order; the title is always there. */
export const DOCUMENT_COLUMNS = [
  'title',
  'authors',
  'publisher',
  'date',
  'language',
  'reference',
  'reliability',
  'sourceUrl',
  'note',
  'kind',
  'pages',
  'passages',
  'state',
  'imported',
] as const;
export type DocumentColumn = (typeof DOCUMENT_COLUMNS)[number];
export const USUAL_COLUMNS: readonly DocumentColumn[] = [
  'title',
  'date',
  'language',
  'pages',
  'passages',
  'state',
  'imported',
];

export interface SourceDocument extends DocumentFields {
  readonly id: number;
  /** Base name of the file as it was imported; never a path. */
  readonly fileName: string;
  readonly kind: DocumentKind;
  readonly format: DocumentFormat;
  readonly state: DocumentState;
  /** Number of pages; 0 while unreadable. */
  readonly pages: number;
  /** Pages without any text: pictures, or blank. */
  readonly pagesWithoutText: number;
  /** Pages with text in which search finds no words. */
  readonly pagesGarbled: number;
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
  /** ISO 639-1; null where there is too little text to tell. */
  readonly language: string | null;
  /** Search finds no words in this text: it was stored without a map to Unicode, or with a space after each letter. */
  readonly garbled: boolean;
}
