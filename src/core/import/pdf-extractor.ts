/** What turns a PDF's bytes into canonical text: the sandboxed window in the app, the same code in-process in tests. */
import type { ByteSource } from '../../shared/extraction/byte-source.ts';
import type { ExtractedFormat, PdfExtraction } from '../../shared/extraction/extracted-pdf.ts';

export type { ByteSource, PdfExtraction };

/** What a file is read as. */
export interface ExtractionRequest {
  readonly format: ExtractedFormat;
  /** For a PDF that asks for one. */
  readonly password: string | null;
}

export const PLAIN_PDF: ExtractionRequest = { format: 'pdf', password: null };

export interface PdfExtractor {
  /**
   * Never throws for a bad file: damage, passwords and limits are results.
   * @param request a PDF without a password when it is left out.
   * @throws FailureError `cancelled` when the signal aborts.
   */
  extract(
    source: ByteSource,
    signal: AbortSignal,
    request?: ExtractionRequest,
  ): Promise<PdfExtraction>;
}
