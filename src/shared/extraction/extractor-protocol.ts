/**
 * What the library process and the extractor page say to each other over their message port. The page sees the bytes
 * it asks for and answers text; it has no other way in or out.
 */
import type { ExtractedFormat, PdfExtraction } from './extracted-pdf.ts';

/** Name under which the port is handed from main to the page. */
export const PORT_MESSAGE = 'extractor-port';

/** Library process to page. `id` counts the extractions of one port; messages of an older one are ignored. */
export type ToExtractor =
  /** `size` in bytes. */
  | { kind: 'extract'; id: number; size: number; format: ExtractedFormat; password: string | null }
  | { kind: 'bytes'; id: number; begin: number; bytes: Uint8Array<ArrayBuffer> };

/** Page to library process. */
export type FromExtractor =
  /** Bytes `begin`..`end`, end exclusive. */
  | { kind: 'read'; id: number; begin: number; end: number }
  | { kind: 'progress'; id: number; done: number; total: number }
  | { kind: 'finished'; id: number; result: PdfExtraction };
