/** The mouse and the keys while a rectangle is chosen. */
import { matchesAccelerator } from '../../../actions/shortcut.ts';
import type { DrawnPage } from '../drawn/drawn-page.ts';
import type { ReaderPane } from '../panes/pane.ts';
import { boxByGrip, boxByKey, gripAt, isLargeEnough, type Grip, type Point } from './page-box.ts';
import type { DrawnRegion, RegionChoice } from './region-choice.ts';
import { copyRegion, dropRegion, keepRegion, placeRegion } from './region.ts';

interface Drag {
  readonly page: DrawnPage;
  readonly grip: Grip;
  /** What there was before it: put back when what is drawn is a slip of the hand. */
  readonly before: RegionChoice | null;
}

/** CSS pixels around a corner. */
const CORNER_REACH = 10;

/** Until the signal aborts, dragging over a page draws instead of selecting words, and moves what is drawn. */
export function drawRegions(pane: ReaderPane, scroller: HTMLElement, signal: AbortSignal): void {
  const { reader, drawn } = pane;
  let drag: Drag | null = null;
  scroller.toggleAttribute('data-choosing-region', true);
  signal.addEventListener('abort', () => {
    scroller.removeAttribute('data-choosing-region');
    delete scroller.dataset['grip'];
  });

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
    const { region: before } = reader.getState();
    drag = { page, grip: gripOn(page, event, before) ?? newBox(page, event), before };
  });
  on('mousedown', (event) => {
    // No words are selected meanwhile.
    event.preventDefault();
  });
  on('pointermove', (event) => {
    const { region } = reader.getState();
    if (drag === null) return showGrip(scroller, event, region, drawn.getState().pages);
    const { page, grip } = drag;
    const box = boxByGrip(grip, partAt(page, event));
    const boundsOf = region?.kind === 'drawn' ? region.boundsOf : null;
    reader.setState({ region: { kind: 'drawn', page: page.number, box, boundsOf } });
  });
  on('pointerup', () => {
    const { region } = reader.getState();
    if (drag !== null && region?.kind === 'drawn' && !isLargeEnough(region.box)) {
      const { before } = drag;
      const isBounds = before?.kind === 'drawn' && before.boundsOf !== null;
      reader.setState({ region: isBounds ? before : { kind: 'aiming' } });
    }
    drag = null;
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
  else if (event.key === 'Enter' && region.kind === 'drawn') void keepRegion(pane);
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

function gripOn(page: DrawnPage, event: PointerEvent, region: RegionChoice | null): Grip | null {
  if (region?.kind !== 'drawn' || region.page !== page.number) return null;
  const { width, height } = page.element.getBoundingClientRect();
  const reach = { x: CORNER_REACH / width, y: CORNER_REACH / height };
  return gripAt(region.box, partAt(page, event), reach);
}

function newBox(page: DrawnPage, event: PointerEvent): Grip {
  return { kind: 'corner', fixed: partAt(page, event) };
}

/** Says by the pointer what dragging would do. */
function showGrip(
  scroller: HTMLElement,
  event: PointerEvent,
  region: RegionChoice | null,
  pages: ReadonlyMap<number, DrawnPage>,
): void {
  scroller.dataset['grip'] = '';
  if (region?.kind !== 'drawn') return;
  const page = pages.get(region.page);
  const grip = page === undefined ? null : gripOn(page, event, region);
  if (grip !== null) scroller.dataset['grip'] = gripName(grip, region.box);
}

function gripName(grip: Grip, box: DrawnRegion['box']): string {
  if (grip.kind === 'inside') return 'move';
  const isOnDiagonal = (grip.fixed.x === box.left) === (grip.fixed.y === box.top);
  return isOnDiagonal ? 'nwse' : 'nesw';
}

/** In parts of the page, beyond its edges too. */
function partAt({ element }: DrawnPage, { clientX, clientY }: PointerEvent): Point {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: (clientX - left) / width, y: (clientY - top) / height };
}
