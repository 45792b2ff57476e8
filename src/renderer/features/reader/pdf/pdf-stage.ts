/** Runs pdf.js' viewer in a scrolling element, and tells which pages are drawn with their words. */
import { AnnotationMode, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import {
  dropAllDrawnPages,
  dropDrawnPage,
  putDrawnPage,
  useDrawnPages,
} from '../drawn/drawn-pages.ts';
import type { PageSource } from '../page-source.ts';
import type { Surface } from '../surface.ts';
import { drawnPdfPage, readPdfPage, type PdfPageText } from './draw-pdf-page.ts';
import type { OpenPdf } from './open-pdf.ts';
import { learnPageSizes } from './page-sizes.ts';
import { SILENT_L10N, type Viewer, type ViewerLibrary } from './viewer-library.ts';

/** The parts of a page view that are used here; the package's types leave it `any`. */
export interface PageView {
  readonly div: HTMLElement;
  pdfPage: PDFPageProxy | null;
  readonly viewport: { convertToPdfPoint(x: number, y: number): number[] };
  readonly textLayer: {
    readonly div: HTMLElement;
    readonly highlighter: { readonly textDivs: readonly HTMLElement[] | null } | null;
  } | null;
  setPdfPage(page: PDFPageProxy): void;
}

export interface StageEvents {
  /** The page at the top of the view changed. */
  readonly onPage: (page: number) => void;
  /** CSS scale (1 is 96 pixels to the inch) and whether the page is fitted to the width. */
  readonly onZoom: (scale: number, fitted: boolean) => void;
  readonly onFirstPage: () => void;
}

export interface PdfStage extends Surface {
  readonly close: () => void;
}

const FIT_WIDTH = 'page-width';
/** No forms, no popups, no scripts: annotations are part of the picture and nothing else. */
const EDITOR_DISABLED = -1;

export function startStage(
  library: ViewerLibrary,
  container: HTMLDivElement,
  opened: OpenPdf,
  source: PageSource,
  events: StageEvents,
): PdfStage {
  const ending = new AbortController();
  const { signal } = ending;
  const eventBus = new library.EventBus();
  const linkService = new library.PDFLinkService({ eventBus });
  linkService.externalLinkEnabled = false;
  const viewer: Viewer = new library.PDFViewer({
    container,
    eventBus,
    linkService,
    l10n: SILENT_L10N,
    annotationMode: AnnotationMode.ENABLE,
    annotationEditorMode: EDITOR_DISABLED,
    enableAutoLinking: false,
    enableSelectionRendering: false,
    abortSignal: signal,
  } as unknown as ConstructorParameters<ViewerLibrary['PDFViewer']>[0]);
  linkService.setViewer(viewer);
  const viewOf = (page: number) => viewer.getPageView(page - 1) as PageView | undefined;

  const listen = <Details>(name: string, listener: (details: Details) => void): void =>
    eventBus.on(name, listener, { signal });
  listen('pagesinit', () => {
    viewer.currentScaleValue = FIT_WIDTH;
    events.onFirstPage();
  });
  listen('pagechanging', ({ pageNumber }: { pageNumber: number }) => events.onPage(pageNumber));
  listen('scalechanging', ({ scale, presetValue }: { scale: number; presetValue?: string }) =>
    events.onZoom(scale, presetValue === FIT_WIDTH),
  );
  const texts = new Map<number, Promise<PdfPageText>>();
  const textOf = (page: number, proxy: PDFPageProxy): Promise<PdfPageText> => {
    const known = texts.get(page) ?? readPdfPage(proxy);
    texts.set(page, known);
    return known;
  };
  listen('textlayerrendered', ({ pageNumber, error }: { pageNumber: number; error: unknown }) => {
    if (error === null || error === undefined) void draw(pageNumber);
  });
  // Pages far away lose their words without an event of their own.
  listen('pagerender', () => {
    for (const page of useDrawnPages.getState().pages.values()) {
      const words = viewOf(page.number)?.textLayer?.div;
      if (words?.isConnected !== true) dropDrawnPage(page.number);
    }
  });

  async function draw(number: number): Promise<void> {
    const proxy = viewOf(number)?.pdfPage;
    if (proxy === null || proxy === undefined) return;
    const [text, stored] = await Promise.all([textOf(number, proxy), source.page(number)]);
    const view = viewOf(number);
    const textDivs = view?.textLayer?.highlighter?.textDivs;
    const wrapper = view?.div.querySelector<HTMLElement>(':scope > .canvasWrapper');
    if (signal.aborted || view === undefined || stored === null || !textDivs || !wrapper) return;
    let marksLayer = wrapper.querySelector<HTMLElement>(':scope > .page-marks');
    if (marksLayer === null) {
      marksLayer = document.createElement('div');
      marksLayer.className = 'page-marks page-marks-on-paper';
      wrapper.append(marksLayer);
    }
    putDrawnPage(
      drawnPdfPage({
        number,
        element: view.div,
        marksLayer,
        stored: stored.text,
        text,
        textDivs,
        toPdfPoint: (x, y) => {
          const [px = 0, py = 0] = view.viewport.convertToPdfPoint(x, y);
          return [px, py];
        },
      }),
    );
  }

  const onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    viewer.updateScale({
      drawingDelay: 200,
      scaleFactor: Math.exp(-event.deltaY / 300),
      origin: [event.clientX, event.clientY],
    });
  };
  container.addEventListener('wheel', onWheel, { passive: false, signal });
  const refit = new ResizeObserver(() => {
    if (viewer.currentScaleValue === FIT_WIDTH) viewer.currentScaleValue = FIT_WIDTH;
  });
  refit.observe(container);

  linkService.setDocument(opened.pdf);
  viewer.setDocument(opened.pdf);
  void learnPageSizes(opened.pdf, viewer.onePageRendered as Promise<unknown>, viewOf, signal);

  return {
    scroller: container,
    showPage: (page) => viewer.scrollPageIntoView({ pageNumber: page }),
    approach: (page, part) => {
      const div = viewOf(page)?.div;
      if (div === undefined) return;
      container.scrollTop = div.offsetTop + part * div.offsetHeight - container.clientHeight / 3;
    },
    zoomIn: () => viewer.increaseScale(),
    zoomOut: () => viewer.decreaseScale(),
    resetZoom: () => {
      viewer.currentScaleValue = '1';
    },
    fitWidth: () => {
      viewer.currentScaleValue = FIT_WIDTH;
    },
    close: () => {
      refit.disconnect();
      dropAllDrawnPages();
      viewer.setDocument(null);
      linkService.setDocument(null);
      ending.abort();
    },
  };
}
