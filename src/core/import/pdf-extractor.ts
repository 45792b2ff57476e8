/** What turns a PDF's bytes into canonical text: the sandboxed window in the app, the same code in-process in tests. */
import type { ByteSource } from '../../shared/extraction/byte-source.ts';
import type { PdfExtraction } from '../../shared/extraction/extracted-pdf.ts';

export type { ByteSource, PdfExtraction };

export interface PdfExtractor {
  /**
   * Never throws for a bad file: damage, passwords and limits are results.
   * @param password for a PDF that asks for one.
   * @throws FailureError `cancelled` when the signal aborts.
   */
  extract(
    source: ByteSource,
    signal: AbortSignal,
    password?: string | null,
  ): Promise<PdfExtraction>;
}
