/** What turns a PDF's bytes into canonical text: the sandboxed window in the app, the same code in-process in tests. */
import type { ExtractedPdf } from '../../shared/extraction/extracted-pdf.ts';

/** Random access to a file's bytes. */
export interface ByteSource {
  /** Bytes. */
  readonly size: number;
  /** Bytes `begin`..`end`, end exclusive. */
  read(begin: number, end: number): Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>;
}

export interface PdfExtractor {
  /**
   * Never throws for a bad file: damage, passwords and limits are results.
   * @throws FailureError `cancelled` when the signal aborts.
   */
  extract(source: ByteSource, signal: AbortSignal): Promise<PdfExtraction>;
}

export type PdfExtraction =
  | { kind: 'extracted'; pdf: ExtractedPdf }
  | { kind: 'password-needed' }
  | { kind: 'unreadable'; reason: 'not-a-pdf' | 'damaged-pdf' | 'took-too-long' | 'out-of-memory' };
