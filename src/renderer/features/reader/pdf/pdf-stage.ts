/** Runs pdf.js' viewer in a scrolling element, and tells which pages are drawn with their words. */
import { AnnotationMode, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Rotation } from '../../../../shared/domain/reading-place.ts';
import { dropAllDrawnPages, dropDrawnPage, putDrawnPage } from '../drawn/drawn-pages.ts';
import { passagesAtPoint } from '../marks/marked-pages.ts';
import type { PageSource } from '../page-source.ts';
import type { ReaderPane } from '../panes/pane.ts';
import type { Fit, Surface } from '../surface.ts';
import { problemOf, type CageProblem } from './cage/cage-error.ts';
import type { CagedDocument } from './cage/caged-document.ts';
import type { CagedPage } from './cage/caged-page.ts';
import { drawnPdfPage, readPdfPage, type PdfPageText } from './draw-pdf-page.ts';
import type { LeftZoom } from './kept-zoom.ts';
import { followLink, nameOfLink } from './links/follow-link.ts';
import { startLinkLayer } from './links/link-layer.ts';
import { placeLinks, type PageFrame, type PlaceTarget } from './links/page-link.ts';
import { learnPageSizes } from './page-sizes.ts';
import { fitOf, FIT_VALUES, paperSurface } from './paper-surface.ts';
import { SILENT_L10N, type Viewer, type ViewerLibrary } from './viewer-library.ts';
import type { Zoomed } from '../wheel-zoom.ts';
import { zoomByGestures } from './zoom-gestures.ts';

/** The parts of a page view that are used here; the package's types leave it `any`. */
export interface PageView {
  readonly div: HTMLElement;
  pdfPage: CagedPage | null;
  readonly viewport: PageFrame & { convertToPdfPoint(x: number, y: number): number[] };
  readonly textLayer: {
    readonly div: HTMLElement;
    readonly highlighter: { readonly textDivs: readonly HTMLElement[] | null } | null;
  } | null;
  setPdfPage(page: CagedPage): void;
}

export interface StageEvents {
  /** The page at the top of the view changed. */
  readonly onPage: (page: number) => void;
  /** CSS scale (1 is 96 pixels to the inch). */
  readonly onZoom: (scale: number, fit: Fit) => void;
  /** Degrees, clockwise, on top of how each page lies by itself. */
  readonly onTurn: (rotation: Rotation) => void;
  readonly onFirstPage: () => void;
  /** Pages that could not be drawn or read, all of those on the screen. */
  readonly onTroubles: (troubles: readonly PageTrouble[]) => void;
}

export interface PageTrouble {
  readonly page: number;
  /** Where it is to be said: an element in the page, which goes when the page is drawn anew. */
  readonly place: HTMLElement;
  readonly part: 'picture' | 'words';
  readonly problem: CageProblem;
}

export interface PdfStage extends Surface {
  /** Draws a page again that made trouble. */
  readonly retry: (page: number) => Promise<void>;
  readonly close: () => void;
}

interface Rendered {
  readonly pageNumber: number;
  readonly error: unknown;
  readonly isDetailView?: boolean;
  /** Only stretched for now, not drawn. */
  readonly cssTransform?: boolean;
}

/** As far as zooming in and out goes. */
const ZOOM = { least: 0.1, most: 10 } as const;
/** Milliseconds without another step of a gesture until the pages are drawn sharp again. */
const DRAWING_DELAY = 200;
/** The cage draws annotations into the picture; the viewer itself has none, no forms and no editor. */
const EDITOR_DISABLED = -1;

export interface StageParts {
  readonly library: ViewerLibrary;
  readonly container: HTMLDivElement;
  readonly pdf: CagedDocument;
  readonly source: PageSource;
  readonly pane: ReaderPane;
  /** How the pages were turned when the document was left. */
  readonly rotation: Rotation;
  readonly leftZoom: LeftZoom;
}

export function startStage(parts: StageParts, events: StageEvents): PdfStage {
  const { library, container, pdf, source, rotation, leftZoom } = parts;
  const { drawn, reader } = parts.pane;
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
    annotationMode: AnnotationMode.DISABLE,
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
    // Before anything is drawn, so that nothing is drawn twice.
    viewer.pagesRotation = rotation;
    const { zoom, fit } = leftZoom;
    viewer.currentScaleValue = fit === null ? String(zoom) : FIT_VALUES[fit];
    events.onFirstPage();
  });
  listen('pagechanging', ({ pageNumber }: { pageNumber: number }) => events.onPage(pageNumber));
  listen('scalechanging', ({ scale, presetValue }: { scale: number; presetValue?: string }) =>
    events.onZoom(scale, fitOf(presetValue)),
  );
  listen('rotationchanging', ({ pagesRotation }: { pagesRotation: Rotation }) => {
    // Where their words lie is said anew as each is drawn.
    dropAllDrawnPages(drawn);
    events.onTurn(pagesRotation);
  });
  const texts = new Map<number, Promise<PdfPageText>>();
  const textOf = (page: number, proxy: CagedPage): Promise<PdfPageText> => {
    const known = texts.get(page) ?? readPdfPage(proxy);
    texts.set(page, known);
    return known;
  };
  const links = startLinkLayer(
    container,
    {
      onFollow: (target) => followLink(target, goTo),
      nameOf: (target) => nameOfLink(reader.getState(), target),
      isCovered: (x, y) => passagesAtPoint(drawn.getState(), x, y).length > 0,
    },
    signal,
  );
  async function drawLinks(number: number): Promise<void> {
    // A page whose links cannot be read does without.
    const found = await viewOf(number)
      ?.pdfPage?.links()
      .catch(() => []);
    const view = viewOf(number);
    if (signal.aborted || view === undefined || found === undefined) return;
    links.put(view.div, placeLinks(found, view.viewport));
  }
  function goTo({ page, left, top }: PlaceTarget): void {
    viewer.scrollPageIntoView({
      pageNumber: page,
      destArray: [null, { name: 'XYZ' }, left, top, null],
    });
    centre(page);
  }
  /** The viewer scrolls sideways to the left edge of what it goes to; a page that fits is better shown whole. */
  function centre(page: number): void {
    const div = viewOf(page)?.div;
    if (div === undefined || div.offsetWidth > container.clientWidth) return;
    container.scrollLeft = div.offsetLeft + (div.offsetWidth - container.clientWidth) / 2;
  }
  function showPage(page: number): void {
    viewer.scrollPageIntoView({ pageNumber: page });
    centre(page);
  }
  function fitTo(fit: 'width' | 'page'): void {
    viewer.currentScaleValue = FIT_VALUES[fit];
    centre(viewer.currentPageNumber);
  }
  const troubles = new Map<number, PageTrouble>();
  listen('textlayerrendered', ({ pageNumber, error }: Rendered) => {
    void drawLinks(pageNumber);
    if (error === null || error === undefined) void draw(pageNumber);
    else noteTrouble(pageNumber, 'words', error);
  });
  listen('pagerendered', ({ pageNumber, error, isDetailView, cssTransform }: Rendered) => {
    if (isDetailView === true || cssTransform === true) return;
    if (error === null || error === undefined) forgetTrouble(pageNumber);
    else noteTrouble(pageNumber, 'picture', error);
  });

  function noteTrouble(page: number, part: PageTrouble['part'], error: unknown): void {
    const place = document.createElement('div');
    viewOf(page)?.div.append(place);
    troubles.get(page)?.place.remove();
    troubles.set(page, { page, place, part, problem: problemOf(error) });
    events.onTroubles([...troubles.values()]);
  }
  function forgetTrouble(page: number): void {
    const trouble = troubles.get(page);
    if (trouble === undefined) return;
    trouble.place.remove();
    troubles.delete(page);
    events.onTroubles([...troubles.values()]);
  }
  pdf.onRelease = (page) => dropDrawnPage(drawn, page);

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
      drawn,
      drawnPdfPage({
        number,
        element: view.div,
        marksLayer,
        stored: stored.text,
        text,
        textDivs,
        partOf: (x, y) => {
          const { width, height } = view.viewport;
          const [px = 0, py = 0] = view.viewport.convertToViewportPoint(x, y);
          return [px / width, py / height];
        },
        toPdfPoint: (x, y) => {
          const [px = 0, py = 0] = view.viewport.convertToPdfPoint(x, y);
          return [px, py];
        },
      }),
    );
  }

  const zoomed: Zoomed = {
    zoom: () => viewer.currentScale,
    ...ZOOM,
    zoomTo: (zoom, [x, y]) => {
      const scaleFactor = zoom / viewer.currentScale;
      viewer.updateScale({ scaleFactor, origin: [x, y], drawingDelay: DRAWING_DELAY });
    },
  };
  zoomByGestures(container, zoomed, signal);
  let width = container.clientWidth;
  const refit = new ResizeObserver(() => {
    // It shrinks to nothing when its pane is closed; nothing can be scrolled to then.
    if (container.offsetParent === null) return;
    const fit = fitOf(viewer.currentScaleValue);
    const isWider = width !== container.clientWidth;
    width = container.clientWidth;
    if (fit === 'page' || (fit === 'width' && isWider)) fitTo(fit);
  });
  refit.observe(container);

  // It has what the viewer asks of a document and no more.
  const shown = pdf as unknown as PDFDocumentProxy;
  linkService.setDocument(shown);
  viewer.setDocument(shown);
  void learnPageSizes(pdf, viewer.onePageRendered as Promise<unknown>, viewOf, signal);

  return {
    scroller: container,
    showPage,
    approach: (page, part) => {
      const div = viewOf(page)?.div;
      if (div === undefined) return;
      container.scrollTop = div.offsetTop + part * div.offsetHeight - container.clientHeight / 3;
    },
    zoomIn: () => viewer.increaseScale(),
    zoomOut: () => viewer.decreaseScale(),
    zoomTo: (zoom) => {
      viewer.currentScaleValue = String(Math.min(ZOOM.most, Math.max(ZOOM.least, zoom)));
    },
    paper: paperSurface(viewer, pdf, { goTo, fit: fitTo, showPage }),
    retry: async (number) => {
      pdf.forgive(number);
      texts.delete(number);
      forgetTrouble(number);
      const page = await pdf.getPage(number);
      if (signal.aborted) return;
      viewOf(number)?.setPdfPage(page);
      viewer.update();
      container.focus({ preventScroll: true });
    },
    close: () => {
      refit.disconnect();
      dropAllDrawnPages(drawn);
      viewer.setDocument(null);
      linkService.setDocument(null);
      ending.abort();
    },
  };
}
