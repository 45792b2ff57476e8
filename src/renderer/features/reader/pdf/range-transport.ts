/** pdf.js reads the bytes it needs from the library process, range by range; a PDF is never held whole. */
import { PDFDataRangeTransport } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { call } from '../../../api.ts';

/** Bytes in one request: large enough for a page, small enough that the first page does not wait. */
export const CHUNK_BYTES = 256 * 1024;

export class LibraryRangeTransport extends PDFDataRangeTransport {
  readonly #documentId: number;
  readonly #failed: () => void;
  #aborted = false;

  /** @param failed called when bytes cannot be had any more (locked, library gone); pdf.js would wait for ever. */
  constructor(documentId: number, size: number, failed: () => void) {
    super(size, null);
    this.#documentId = documentId;
    this.#failed = failed;
  }

  override requestDataRange(begin: number, end: number): void {
    void call('document.bytes', { documentId: this.#documentId, begin, end }).then((outcome) => {
      if (this.#aborted) return;
      if (outcome.ok) this.onDataRange(begin, outcome.value);
      else this.#failed();
    });
  }

  override abort(): void {
    this.#aborted = true;
  }
}
