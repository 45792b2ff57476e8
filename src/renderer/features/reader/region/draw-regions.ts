/** The mouse and the keys while a rectangle is chosen. */
import { matchesAccelerator } from '../../../actions/shortcut.ts';
import type { DrawnPage } from '../drawn/drawn-page.ts';
import type { ReaderPane } from '../panes/pane.ts';
import { boxBetween, boxByKey, isLargeEnough } from './page-box.ts';
import { copyRegion, createRegion, dropRegion, placeRegion } from './region.ts';

interface Start {
  readonly page: DrawnPage;
  readonly x: number;
  readonly y: number;
}

/** Until the signal aborts, dragging over a page draws instead of selecting words. */
export function drawRegions(pane: ReaderPane, scroller: HTMLElement, signal: AbortSignal): void {
  const { reader, drawn } = pane;
  let start: Start | null = null;
  scroller.toggleAttribute('data-choosing-region', true);
  signal.addEventListener('abort', () => scroller.removeAttribute('data-choosing-region'));

  const on = <Name extends keyof HTMLElementEventMap>(
    name: Name,
    listener: (event: HTMLElementEventMap[Name]) => void,
  ): void => scroller.addEventListener(name, listener, { signal, capture: true });

  on('pointerdown', (event) => {
    if (event.button !== 0) return;
    const pages = [...drawn.getState().pages.values()];
    const page = pages.find(({ element }) => element.contains(event.target as Node));
    if (page === undefined) return;
    event.preventDefault();
    scroller.setPointerCapture(event.pointerId);
    start = { page, ...partAt(page, event) };
  });
  on('mousedown', (event) => {
    // No words are selected meanwhile.
    event.preventDefault();
  });
  on('pointermove', (event) => {
    if (start === null) return;
    const box = boxBetween(start, partAt(start.page, event));
    reader.setState({ region: { kind: 'drawn', page: start.page.number, box } });
  });
  on('pointerup', () => {
    const { region } = reader.getState();
    if (start !== null && region?.kind === 'drawn' && !isLargeEnough(region.box)) {
      reader.setState({ region: { kind: 'aiming' } });
    }
    start = null;
  });
  on('click', (event) => {
    // No passage is picked and no link followed.
    event.stopPropagation();
  });
  document.addEventListener('keydown', (event) => hearKey(pane, event), { signal });
}

function hearKey(pane: ReaderPane, event: KeyboardEvent): void {
  const { reader } = pane;
  const { region, surface } = reader.getState();
  const inPages = surface?.scroller.contains(event.target as Node) === true;
  const isMac = navigator.platform.startsWith('Mac');
  if (region === null) return;
  if (inPages && matchesAccelerator('CmdOrCtrl+C', event, isMac)) void copyRegion();
  else if (event.ctrlKey || event.metaKey || event.altKey) return;
  else if (event.key === 'Escape') dropRegion(pane);
  else if (!inPages) return;
  else if (event.key === 'Enter' && region.kind === 'drawn') void createRegion();
  else if (event.key.startsWith('Arrow')) {
    if (region.kind === 'aiming') placeRegion(pane);
    else {
      const box = boxByKey(region.box, event.key, event.shiftKey);
      if (box !== null) reader.setState({ region: { ...region, box } });
    }
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

/** In parts of the page, beyond its edges too. */
function partAt({ element }: DrawnPage, { clientX, clientY }: PointerEvent) {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: (clientX - left) / width, y: (clientY - top) / height };
}
