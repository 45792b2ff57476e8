/** Fitting, turning, the outline and small pictures of a PDF in the viewer. */
import type { Fit, PaperSurface, Surface } from '../surface.ts';
import type { CagedDocument } from './cage/caged-document.ts';
import type { Viewer } from './viewer-library.ts';

export const FIT_VALUES = { width: 'page-width', page: 'page-fit' } as const;

/** What the viewer calls a fit, read back. */
export function fitOf(presetValue: string | undefined): Fit {
  if (presetValue === FIT_VALUES.width) return 'width';
  return presetValue === FIT_VALUES.page ? 'page' : null;
}

export function paperSurface(
  viewer: Viewer,
  pdf: CagedDocument,
  { goTo, fit, showPage }: Pick<PaperSurface, 'goTo' | 'fit'> & Pick<Surface, 'showPage'>,
): PaperSurface {
  return {
    goTo,
    fit,
    rotate: (by) => {
      const { currentPageNumber } = viewer;
      viewer.pagesRotation = (viewer.pagesRotation + by + 360) % 360;
      showPage(currentPageNumber);
    },
    outline: () => pdf.outline(),
    drawSmall: async (number, canvas, width, signal) => {
      const page = await pdf.getPage(number);
      signal.throwIfAborted();
      const rotation = (page.rotate + viewer.pagesRotation) % 360;
      const whole = page.getViewport({ scale: 1, rotation });
      const viewport = page.getViewport({ scale: width / whole.width, rotation });
      canvas.width = width;
      canvas.height = Math.max(1, Math.round(viewport.height));
      const task = page.render({ canvas, viewport });
      signal.addEventListener('abort', () => task.cancel(), { once: true });
      await task.promise;
      // Its parts are kept for the viewer alone, and only while the page is near the view.
      const view = viewer.getPageView(number - 1) as { renderingState: number } | undefined;
      if (view?.renderingState === NOTHING_DRAWN) pdf.release(number);
    },
  };
}

/** pdf.js' `RenderingStates.INITIAL`. */
const NOTHING_DRAWN = 0;
