/** Zooming by the wheel with Ctrl, which is also what two fingers on a touch pad are. */

/** What is made larger and smaller. Zooms are CSS scale or size of the letters; 1 is 100 %. */
export interface Zoomed {
  readonly zoom: () => number;
  readonly least: number;
  readonly most: number;
  /** @param origin client coordinates of what stays where it is */
  readonly zoomTo: (zoom: number, origin: readonly [number, number]) => void;
}

/** Wheel units to one e-fold. */
const WHEEL_UNITS = 300;
/** A zoom is shown in whole percents; what is rounded away is half of one, and a hair for the arithmetic. */
const ROUNDED_AWAY = 0.005_01;

export function zoomByWheel(container: HTMLElement, zoomed: Zoomed, signal: AbortSignal): void {
  const zoom = startZooming(zoomed);
  container.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoom(Math.exp(-event.deltaY / WHEEL_UNITS), [event.clientX, event.clientY]);
    },
    { passive: false, signal },
  );
}

/**
 * Zooms by factors. A gentle pinch comes as many steps that are each less than a percent: what one rounds away counts
 * for the next, or nothing would move.
 */
export function startZooming(
  zoomed: Zoomed,
): (factor: number, origin: readonly [number, number]) => void {
  const { least, most, zoomTo } = zoomed;
  let wanted = zoomed.zoom();
  return (factor, origin) => {
    const shown = zoomed.zoom();
    // It was zoomed by other means since.
    if (Math.abs(wanted - shown) > ROUNDED_AWAY) wanted = shown;
    wanted = Math.min(most, Math.max(least, wanted * factor));
    const rounded = Math.round(wanted * 100) / 100;
    if (Math.abs(rounded - shown) > ROUNDED_AWAY) zoomTo(rounded, origin);
  };
}
