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
 * @param opened the document; asked before each page, because it may be opened anew in between.
 * @throws FailureError `cancelled` when the signal aborts; pdf.js' error when it cannot be opened, or no page at all can
 *   be read.
 */
export async function extractPdf(
  opened: () => Promise<PDFDocumentProxy>,
  { signal, onPage }: ExtractOptions,
): Promise<ExtractedPdf> {
  const first = await opened();
  const total = first.numPages;
  const labels = await first.getPageLabels().catch(() => null);
  const pages: ExtractedPage[] = [];
  let firstError: Error | undefined;
  let failed = 0;
  for (let number = 1; number <= total; number += 1) {
    if (signal.aborted) throw fail({ kind: 'cancelled' });
    const pdf = await opened();
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
  const last = await opened();
  return { ...(await readPdfInfo(last)), outline: await readOutline(last), pages };
}

async function pageText(page: PDFPageProxy): Promise<string> {
  try {
    return canonicalisePage(await page.getTextContent(TEXT_CONTENT_OPTIONS)).text;
  } finally {
    page.cleanup();
  }
}
