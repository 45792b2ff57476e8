/** Zooming by the wheel with Ctrl, which is also what a pinch on a touch pad is, and by two fingers on a screen. */
import { TouchManager } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface ZoomStep {
  readonly scaleFactor: number;
  /** Client coordinates of what stays where it is. */
  readonly origin: number[];
  /** Milliseconds without another step until the pages are drawn sharp again. */
  readonly drawingDelay: number;
}

const DRAWING_DELAY = 200;
/** Wheel units to one e-fold. */
const WHEEL_UNITS = 300;

export function zoomByGestures(
  container: HTMLElement,
  zoom: (step: ZoomStep) => void,
  signal: AbortSignal,
): void {
  const by = (scaleFactor: number, origin: number[]): void =>
    zoom({ scaleFactor, origin, drawingDelay: DRAWING_DELAY });
  container.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      by(Math.exp(-event.deltaY / WHEEL_UNITS), [event.clientX, event.clientY]);
    },
    { passive: false, signal },
  );
  new TouchManager({
    container,
    onPinching: (origin: number[], before: number, now: number) => {
      if (before > 0) by(now / before, origin);
    },
    signal,
  });
}
