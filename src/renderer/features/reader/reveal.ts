/** Brings a place into view: goes near the page, waits until its words are drawn, scrolls to them, shows them briefly. */
import type { StoreApi } from 'zustand';
import type { PdfRect } from '../../../shared/domain/passage.ts';
import type { ReadingPlace } from '../../../shared/domain/reading-place.ts';
import { isShown, type DrawnPage } from './drawn/drawn-page.ts';
import type { DrawnPagesSlice } from './drawn/drawn-pages.ts';
import { boxesOf, clientBox } from './drawn/stretch-boxes.ts';
import { translateStretch } from './drawn/translate-stretch.ts';
import { activePane, type ReaderPane } from './panes/pane.ts';
import { comparePoints, type Stretch } from './stretch.ts';

/** Part of the view's height above the words after scrolling. */
const HEADROOM = 0.3;
/** PDF points above a region after scrolling. */
const REGION_HEADROOM = 60;
const FLASH_MS = 1400;
/** Times that the place is measured again: sizes of pages above can still come in and move it. */
const SETTLING_FRAMES = 3;
/** Words that are set anew are measured, and the pages moved after that: on a loaded machine a place stood still for three frames first. */
export const SET_ANEW_FRAMES = 15;
/** At the end of a document the place cannot be reached. */
const MOST_FRAMES = 90;

interface Reveal {
  readonly ending: AbortController;
  /** Where the view is about to be: its page is not drawn yet. */
  going?: ReadingPlace;
  flashTimer?: ReturnType<typeof setTimeout>;
}

const latest = new WeakMap<ReaderPane, Reveal>();

/** Scrolls to a stretch of the document in a pane. A later call for the same pane takes over from an earlier one. */
export async function reveal(
  stretch: Stretch & { readonly rects?: readonly PdfRect[] },
  flash: boolean,
  pane: ReaderPane = activePane(),
): Promise<void> {
  const own = takeOver(pane);
  const { signal } = own.ending;
  // A passage can be chosen in the panel before the pages are on the screen.
  const surface = await when(pane.reader, (slice) => slice.surface, signal);
  if (surface === null) return;
  const { page, offset } = stretch.start;
  if (stretch.rects?.[0] !== undefined && surface.paper !== null && isEmpty(stretch)) {
    const { y2 } = stretch.rects[0];
    surface.paper.goTo({ page, left: null, top: y2 + REGION_HEADROOM });
    await when(pane.drawn, ({ pages }) => pages.get(page) ?? null, signal);
    return;
  }
  const shown = ({ pages }: DrawnPagesSlice): DrawnPage | null => {
    const found = pages.get(page);
    return found !== undefined && isShown(found) ? found : null;
  };
  if (shown(pane.drawn.getState()) === null) surface.approach(page, 0);
  for (let frame = 0; frame < SETTLING_FRAMES; frame += 1) {
    const drawn = await when(pane.drawn, shown, signal);
    if (signal.aborted || drawn === null) return;
    const end = stretch.end.page === page ? stretch.end.offset : drawn.stored.length;
    scrollTo(surface.scroller, drawn, offset, end);
    await nextFrame();
  }
  if (!flash || signal.aborted) return;
  clearTimeout(own.flashTimer);
  pane.reader.setState({ flash: stretch });
  own.flashTimer = setTimeout(() => pane.reader.setState({ flash: null }), FLASH_MS);
}

/**
 * Scrolls so that the top edge of the view is where it was in a page. Takes over as `reveal` does, and gives way to a
 * person who scrolls.
 * @param stillFor frames in which the place has to stay where it is
 */
export async function restore(
  place: ReadingPlace,
  pane: ReaderPane,
  stillFor = SETTLING_FRAMES,
): Promise<void> {
  const own = takeOver(pane);
  own.going = place;
  await goBackTo(place, pane, stillFor, own.ending);
  delete own.going;
}

/** Where `restore` takes a pane; null when it is there. */
export function placeAhead(pane: ReaderPane): ReadingPlace | null {
  return latest.get(pane)?.going ?? null;
}

async function goBackTo(
  { page, part }: ReadingPlace,
  pane: ReaderPane,
  stillFor: number,
  ending: AbortController,
): Promise<void> {
  const { signal } = ending;
  const surface = await when(pane.reader, (slice) => slice.surface, signal);
  if (surface === null) return;
  endByHand(surface.scroller, ending);
  if (!pane.drawn.getState().pages.has(page)) surface.approach(page, part);
  let still = 0;
  for (let frame = 0; still < stillFor && frame < MOST_FRAMES; frame += 1) {
    const drawn = await when(pane.drawn, ({ pages }) => pages.get(page) ?? null, signal);
    if (signal.aborted || drawn === null) return;
    const { top, height } = drawn.element.getBoundingClientRect();
    const edge = surface.scroller.getBoundingClientRect().top;
    const away = top + part * height - edge;
    // The margin above the first page belongs to its top.
    const isAtTop = page === 1 && part === 0;
    if (isAtTop) surface.scroller.scrollTop = 0;
    else surface.scroller.scrollTop += away;
    still = isAtTop || Math.abs(away) < 1 ? still + 1 : 0;
    await nextFrame();
  }
}

/** Keys that scroll, or that go to what was typed or chosen. */
const GOING_KEYS = new Set([
  'Enter',
  'PageDown',
  'PageUp',
  'Home',
  'End',
  'ArrowDown',
  'ArrowUp',
  ' ',
]);

/** Whoever scrolls, or goes elsewhere from what is beside the pages, is not taken back. */
function endByHand(scroller: HTMLElement, ending: AbortController): void {
  const pane: HTMLElement = scroller.closest<HTMLElement>('[data-pane]') ?? scroller;
  const options = { passive: true, capture: true, signal: ending.signal };
  const end = (): void => ending.abort();
  pane.addEventListener('wheel', end, options);
  const onPointer = ({ target }: PointerEvent): void => {
    const isTool = target instanceof Element && target.closest('button, input, select') !== null;
    if (!isTool) end();
  };
  pane.addEventListener('pointerdown', onPointer, options);
  const onKey = ({ key }: KeyboardEvent): void => {
    if (GOING_KEYS.has(key)) end();
  };
  pane.addEventListener('keydown', onKey, options);
}

function takeOver(pane: ReaderPane): Reveal {
  const before = latest.get(pane);
  before?.ending.abort();
  const own: Reveal = { ending: new AbortController() };
  if (before?.flashTimer !== undefined) own.flashTimer = before.flashTimer;
  latest.set(pane, own);
  return own;
}

/** A region: it has a place on the page and no words. */
function isEmpty({ start, end }: Stretch): boolean {
  return comparePoints(start, end) === 0;
}

/** Gives up what is still to be scrolled to; another document comes onto the screen. */
export function forgetReveal(pane: ReaderPane): void {
  latest.get(pane)?.ending.abort();
  clearTimeout(latest.get(pane)?.flashTimer);
}

function scrollTo(scroller: HTMLElement, page: DrawnPage, start: number, end: number): void {
  const found = translateStretch(page.stored, page.screen, start, end);
  const box = found === null ? undefined : boxesOf(page, found.start, found.end)[0];
  if (box === undefined) return;
  const { top, bottom, left, right } = clientBox(page, box);
  const view = scroller.getBoundingClientRect();
  const comfortable =
    top >= view.top + view.height * 0.1 && bottom <= view.bottom - view.height * 0.25;
  if (!comfortable) scroller.scrollTop += top - view.top - view.height * HEADROOM;
  if (left < view.left) scroller.scrollLeft += left - view.left - 24;
  else if (right > view.right) {
    scroller.scrollLeft += Math.min(left - view.left - 24, right - view.right + 24);
  }
}

/** What `select` finds in a store as soon as it finds something; null when the signal comes first. */
function when<State, Found>(
  store: Pick<StoreApi<State>, 'getState' | 'subscribe'>,
  select: (state: State) => Found | null,
  signal: AbortSignal,
): Promise<Found | null> {
  return new Promise((resolve) => {
    const found = select(store.getState());
    if (found !== null || signal.aborted) return resolve(found);
    const stop = store.subscribe((state) => {
      const now = select(state);
      if (now === null) return;
      stop();
      resolve(now);
    });
    signal.addEventListener('abort', () => {
      stop();
      resolve(null);
    });
  });
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}
