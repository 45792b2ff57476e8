/** Zooming a PDF by the wheel with Ctrl or on a touch pad, and by two fingers on a screen. */
import { TouchManager } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { startZooming, zoomByWheel, type Zoomed } from '../wheel-zoom.ts';

export function zoomByGestures(container: HTMLElement, zoomed: Zoomed, signal: AbortSignal): void {
  zoomByWheel(container, zoomed, signal);
  const pinch = startZooming(zoomed);
  new TouchManager({
    container,
    onPinching: ([x = 0, y = 0]: number[], before: number, now: number) => {
      if (before > 0) pinch(now / before, [x, y]);
    },
    signal,
  });
}
