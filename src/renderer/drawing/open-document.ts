/** Opens the one PDF of this cage with pdf.js, under the settings that hostile files call for. */
import { getDocument, PDFWorker, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { SAFE_PDF_OPTIONS } from '../../shared/extraction/open-pdf.ts';
import { PDFJS_FOLDERS, startPdfWorker } from '../pdf-worker.ts';
import { RANGE_BYTES, readOver } from './byte-port.ts';

/**
 * @param moved called whenever bytes have come.
 * @throws what pdf.js throws (a password is needed, the file is damaged), or when the bytes cannot be had.
 */
export async function openDocument(
  bytes: MessagePort,
  moved: () => void,
): Promise<PDFDocumentProxy> {
  const { range, password, failed } = await readOver(bytes, moved);
  const task = getDocument({
    ...SAFE_PDF_OPTIONS,
    ...absoluteFolders(),
    ...(password === null ? {} : { password }),
    range,
    rangeChunkSize: RANGE_BYTES,
    // The package's types have only the default of this option.
    worker: new PDFWorker({ port: startPdfWorker() as unknown as null }),
  });
  return Promise.race([task.promise, failed]);
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
