import { useEffect, useState } from 'react';
import { usePane } from '../panes/pane.ts';
import { selectPassage, togglePassage, useReader } from '../reader-store.ts';
import { passagesAtPoint } from './marked-pages.ts';

/** Several passages lie where the person clicked. */
export interface Overlap {
  readonly passageIds: readonly number[];
  /** Client coordinates of the click. */
  readonly x: number;
  readonly y: number;
}

/** Where the pointer rests on passages; client pixels. */
export type HoverPlace = Pick<Overlap, 'x' | 'y'> | null;

export interface PassagePicking {
  readonly overlap: Overlap | null;
  readonly closeOverlap: () => void;
  readonly hoverAt: HoverPlace;
}

/** The pointer has to rest as long before what lies below it is listed (milliseconds). */
const REST_MS = 350;

/** Lets passages be picked on the pages. Where several overlap the smallest is picked and the rest are offered. */
export function usePassagePicking(): PassagePicking {
  const pane = usePane();
  const scroller = useReader((slice) => slice.surface?.scroller ?? null);
  const [overlap, setOverlap] = useState<Overlap | null>(null);
  const [hoverAt, setHoverAt] = useState<HoverPlace>(null);

  useEffect(() => {
    if (scroller === null) return;
    const ending = new AbortController();
    const { signal } = ending;
    let waiting = false;
    let resting: ReturnType<typeof setTimeout> | undefined;
    const hover = (ids: readonly number[]): void => {
      const { hovered } = pane.reader.getState();
      if (ids.length === hovered.length && ids.every((id, at) => id === hovered[at])) return;
      pane.reader.setState({ hovered: ids });
    };
    const leave = (): void => {
      clearTimeout(resting);
      setHoverAt(null);
      hover([]);
    };
    scroller.addEventListener(
      'click',
      (event) => {
        const { clientX: x, clientY: y } = event;
        setOverlap(null);
        if (window.getSelection()?.isCollapsed === false) return;
        const passageIds = passagesAtPoint(pane.drawn.getState(), x, y);
        const [first] = passageIds;
        if (first !== undefined && (event.ctrlKey || event.metaKey)) {
          return togglePassage(first, pane.reader);
        }
        selectPassage(first ?? null, pane.reader);
        if (passageIds.length > 1) setOverlap({ passageIds, x, y });
      },
      { signal },
    );
    const onScroll = (): void => {
      setOverlap(null);
      leave();
    };
    scroller.addEventListener('scroll', onScroll, { signal, passive: true });
    scroller.addEventListener('pointerleave', leave, { signal, passive: true });
    scroller.addEventListener('pointerdown', () => setHoverAt(null), { signal, passive: true });
    scroller.addEventListener(
      'pointermove',
      ({ clientX: x, clientY: y, buttons }) => {
        if (waiting) return;
        waiting = true;
        requestAnimationFrame(() => {
          waiting = false;
          const ids = buttons === 0 ? passagesAtPoint(pane.drawn.getState(), x, y) : [];
          scroller.toggleAttribute('data-over-passage', ids.length > 0);
          clearTimeout(resting);
          setHoverAt(null);
          hover(ids);
          if (ids.length > 0) resting = setTimeout(() => setHoverAt({ x, y }), REST_MS);
        });
      },
      { signal, passive: true },
    );
    return () => {
      ending.abort();
      leave();
    };
  }, [scroller, pane]);

  return { overlap, closeOverlap: () => setOverlap(null), hoverAt };
}
