import { useEffect } from 'react';
import { useStore } from 'zustand';
import { usePane, type ReaderPane } from '../panes/pane.ts';
import { useReader } from '../reader-store.ts';
import { firstPassageBelow } from './marked-pages.ts';

/** The part of the view's height where a person reads, from its top. */
const READING_LINE = 0.3;

/** Keeps `currentId` at the passage being read: the last one that begins above the reading line, or the next below it. */
export function useCurrentPassage(): void {
  const pane = usePane();
  const scroller = useReader((slice) => slice.surface?.scroller ?? null);
  const pages = useStore(pane.drawn, (slice) => slice.pages);
  const passages = useReader((slice) => slice.passages);
  useEffect(() => {
    if (scroller === null) return;
    let waiting = 0;
    const look = (): void => {
      waiting = 0;
      const currentId = currentPassage(pane, scroller);
      if (currentId !== pane.reader.getState().currentId) pane.reader.setState({ currentId });
    };
    const later = (): void => {
      if (waiting === 0) waiting = requestAnimationFrame(look);
    };
    // After the marks of these pages are measured.
    later();
    scroller.addEventListener('scroll', later, { passive: true });
    return () => {
      cancelAnimationFrame(waiting);
      scroller.removeEventListener('scroll', later);
    };
  }, [scroller, pane, pages, passages]);
}

function currentPassage(pane: ReaderPane, scroller: HTMLElement): number | null {
  const view = scroller.getBoundingClientRect();
  const line = view.top + view.height * READING_LINE;
  const inSight = firstPassageBelow(pane.drawn.getState(), view.top, line, view.bottom);
  if (inSight !== null) return inSight;
  // None in sight: the last one before this page.
  const { passages, page } = pane.reader.getState();
  return passages.findLast(({ start }) => start.page <= page)?.id ?? null;
}
