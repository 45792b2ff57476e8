/** Opens an original with pdf.js, under the settings that keep a hostile PDF harmless (no scripts, no XFA, no wasm). */
import { getDocument, PDFWorker, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PDFJS_FOLDERS, startPdfWorker } from '../../../pdf-worker.ts';
import { CHUNK_BYTES, LibraryRangeTransport } from './range-transport.ts';

export interface OpenPdf {
  /** Closed when the signal that it was opened with is aborted. */
  readonly pdf: PDFDocumentProxy;
}

/** Largest image that is decoded, pixels; as in the extractor. */
const MAX_IMAGE_PIXELS = 60_000_000;
/** Largest canvas, bytes. */
const MAX_CANVAS_BYTES = 260_000_000;

/**
 * @param size bytes of the original.
 * @throws what pdf.js throws (a password is needed, the file is damaged), or when `signal` is aborted.
 */
export async function openPdf(
  documentId: number,
  size: number,
  signal: AbortSignal,
): Promise<OpenPdf> {
  signal.throwIfAborted();
  const webWorker = startPdfWorker();
  // The package's types have only the default of this option.
  const worker = new PDFWorker({ port: webWorker as unknown as null });
  const failed = Promise.withResolvers<never>();
  const range = new LibraryRangeTransport(documentId, size, () =>
    failed.reject(new Error('The bytes of the document cannot be read.')),
  );
  const task = getDocument({
    range,
    worker,
    rangeChunkSize: CHUNK_BYTES,
    disableAutoFetch: true,
    disableStream: true,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    stopAtErrors: false,
    maxImageSize: MAX_IMAGE_PIXELS,
    canvasMaxAreaInBytes: MAX_CANVAS_BYTES,
    ...absoluteFolders(),
    // Warnings of pdf.js can quote the document; errors only.
    verbosity: 0,
  });
  const close = (): void => {
    range.abort();
    void task.destroy().finally(() => webWorker.terminate());
  };
  signal.addEventListener('abort', close, { once: true });
  failed.promise.catch(close);
  try {
    return { pdf: await Promise.race([task.promise, failed.promise]) };
  } catch (error) {
    close();
    throw error;
  }
}

/** pdf.js' worker resolves relative URLs against itself, so they are made absolute here. */
function absoluteFolders(): Record<keyof typeof PDFJS_FOLDERS, string> {
  const at = (folder: string): string => new URL(folder, window.location.href).href;
  const { cMapUrl, standardFontDataUrl, iccUrl, wasmUrl } = PDFJS_FOLDERS;
  return {
    cMapUrl: at(cMapUrl),
    standardFontDataUrl: at(standardFontDataUrl),
    iccUrl: at(iccUrl),
    wasmUrl: at(wasmUrl),
  };
}
