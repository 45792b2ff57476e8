/** Gives every page its own size before it is drawn; until then the viewer takes each to be as large as the first. */
import type { CagedDocument } from './cage/caged-document.ts';
import type { CagedPage } from './cage/caged-page.ts';

interface SizedPage {
  readonly pdfPage: CagedPage | null;
  setPdfPage(page: CagedPage): void;
}

/** Beyond this the page tree of a large file would be read whole for little use; such files keep the first page's size. */
const MOST_PAGES = 3000;
/** Pages asked for at once: the visible ones must not wait behind them. */
const AT_ONCE = 16;

/** Runs after the first page is drawn; scroll anchoring keeps the view in place when a page above changes its size. */
export async function learnPageSizes(
  pdf: CagedDocument,
  firstPageDrawn: Promise<unknown>,
  viewOf: (page: number) => SizedPage | undefined,
  signal: AbortSignal,
): Promise<void> {
  await firstPageDrawn;
  const last = Math.min(pdf.numPages, MOST_PAGES);
  for (let from = 2; from <= last && !signal.aborted; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, last - from + 1) }, (_, i) => from + i);
    await Promise.all(
      numbers.map(async (number) => {
        // A page that cannot be read is shown empty by the viewer when it is reached.
        const page = await pdf.getPage(number).catch(() => null);
        const view = viewOf(number);
        if (!signal.aborted && page !== null && view?.pdfPage === null) view.setPdfPage(page);
      }),
    );
  }
}
