/** Text, labels and title of a PDF that pdf.js has opened; the same code in the extractor window and in Node. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { fail } from '../failure.ts';
import { canonicalisePage } from './canonical-pdf-text.ts';
import type { ExtractedPage, ExtractedPdf } from './extracted-pdf.ts';
import { readOutline, readPdfInfo } from './pdf-info.ts';
import { TEXT_CONTENT_OPTIONS } from './text-content.ts';

export interface ExtractOptions {
  readonly signal: AbortSignal;
  /** Called after each page with the number of pages done. */
  readonly onPage?: (done: number, total: number) => void;
}

/**
 * Reads page by page, releasing each page's resources. A page that cannot be read counts as a page without text.
 * @throws FailureError `cancelled` when the signal aborts; pdf.js' error when no page at all can be read.
 */
export async function extractPdf(
  pdf: PDFDocumentProxy,
  { signal, onPage }: ExtractOptions,
): Promise<ExtractedPdf> {
  const total = pdf.numPages;
  const labels = await pdf.getPageLabels().catch(() => null);
  const pages: ExtractedPage[] = [];
  let firstError: Error | undefined;
  let failed = 0;
  for (let number = 1; number <= total; number += 1) {
    if (signal.aborted) throw fail({ kind: 'cancelled' });
    let text = '';
    try {
      text = await pageText(await pdf.getPage(number));
    } catch (error) {
      firstError ??= error instanceof Error ? error : new Error('page', { cause: error });
      failed += 1;
    }
    pages.push({ number, label: labels?.[number - 1]?.trim() || String(number), text });
    onPage?.(number, total);
  }
  if (failed === total && firstError) throw firstError;
  return { ...(await readPdfInfo(pdf)), outline: await readOutline(pdf), pages };
}

async function pageText(page: PDFPageProxy): Promise<string> {
  try {
    return canonicalisePage(await page.getTextContent(TEXT_CONTENT_OPTIONS)).text;
  } finally {
    page.cleanup();
  }
}
