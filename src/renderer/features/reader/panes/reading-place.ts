/** Where a pane is in its document: measured, gone to again, and remembered in the library. */
import type { LeftDocument, ReadingPlace } from '../../../../shared/domain/reading-place.ts';
import type { TextLook } from '../../../../shared/domain/settings.ts';
import type { SourceDocument } from '../../../../shared/domain/source-document.ts';
import { call } from '../../../api.ts';
import { useSettings } from '../../../stores/settings.ts';
import { setWhereabouts } from '../../../stores/trail.ts';
import { placeAhead, restore, SET_ANEW_FRAMES } from '../reveal.ts';
import type { ReaderPane } from './pane.ts';

/** Milliseconds after the last scrolling until the place is remembered. */
const REST_MS = 800;

/** The page at the top edge of the view, and how much of it is above; while it is on its way to a place, that one. */
export function measurePlace(pane: ReaderPane): ReadingPlace {
  const ahead = placeAhead(pane);
  if (ahead !== null) return ahead;
  const { reader, drawn } = pane;
  const { surface, page } = reader.getState();
  const edge = surface?.scroller.getBoundingClientRect().top ?? 0;
  for (const { number, element } of drawn.getState().pages.values()) {
    const { top, bottom, height } = element.getBoundingClientRect();
    // A page that was scrolled to the edge may begin a part of a pixel below it.
    if (height > 0 && top <= edge + 1 && bottom > edge + 1) {
      return { page: number, part: Math.min(1, Math.max(0, (edge - top) / height)) };
    }
  }
  return { page, part: 0 };
}

/** Follows a document while it is on the screen; answers what ends that. */
export function watchPlace(
  pane: ReaderPane,
  { id: documentId, kind }: Pick<SourceDocument, 'id' | 'kind'>,
): () => void {
  const scroller = pane.reader.getState().surface?.scroller;
  if (scroller === undefined) return () => undefined;
  const flows = kind === 'text';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  let last: LeftDocument | null = null;
  let seen = measurePlace(pane);
  let width = scroller.clientWidth;

  const remember = (): void => {
    clearTimeout(timer);
    // Not worth a word when it fails: the person is not waiting for it, and the next scrolling tries again.
    if (last !== null) void call('reading.put', { documentId, ...last });
    last = null;
  };
  // Measured while the pages are still there: when the pane closes it is too late.
  const measure = (): void => {
    frame = 0;
    seen = measurePlace(pane);
    last = { ...seen, rotation: pane.reader.getState().rotation };
    clearTimeout(timer);
    timer = setTimeout(remember, REST_MS);
  };
  const onScroll = (): void => {
    if (frame === 0) frame = requestAnimationFrame(measure);
  };
  // Words that flow anew, in a narrower column or larger, must not take the place away. A PDF keeps it by itself.
  const keep = (): void => {
    if (flows) void restore(seen, pane, SET_ANEW_FRAMES);
  };
  const reflow = new ResizeObserver(() => {
    if (scroller.clientWidth === width) return;
    width = scroller.clientWidth;
    keep();
  });
  reflow.observe(scroller);
  const stopZoom = pane.reader.subscribe((slice, before) => {
    if (slice.zoom !== before.zoom) keep();
    if (slice.rotation !== before.rotation) onScroll();
  });
  const stopLook = useSettings.subscribe(({ settings }, before) => {
    if (before.settings !== null && !isSetAlike(settings?.textLook, before.settings.textLook)) {
      keep();
    }
  });
  scroller.addEventListener('scroll', onScroll, { passive: true });
  window.addEventListener('pagehide', remember);
  setWhereabouts(pane.name, () => ({ documentId, ...measurePlace(pane) }));
  return () => {
    reflow.disconnect();
    stopZoom();
    stopLook();
    cancelAnimationFrame(frame);
    remember();
    scroller.removeEventListener('scroll', onScroll);
    window.removeEventListener('pagehide', remember);
    setWhereabouts(pane.name, null);
  };
}

/** But for the size, which each pane has as its zoom. */
function isSetAlike(one: TextLook | undefined, other: TextLook): boolean {
  return (['measure', 'spacing', 'face'] as const).every((part) => one?.[part] === other[part]);
}
