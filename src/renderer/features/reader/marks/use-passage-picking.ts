import { useEffect, useState } from 'react';
import { usePane } from '../panes/pane.ts';
import { selectPassage, useReader } from '../reader-store.ts';
import { passagesAtPoint } from './marked-pages.ts';

/** Several passages lie where the person clicked. */
export interface Overlap {
  readonly passageIds: readonly number[];
  /** Client coordinates of the click. */
  readonly x: number;
  readonly y: number;
}

/** Lets passages be picked on the pages. Where several overlap the smallest is picked and the rest are offered. */
export function usePassagePicking(): [Overlap | null, () => void] {
  const pane = usePane();
  const scroller = useReader((slice) => slice.surface?.scroller ?? null);
  const [overlap, setOverlap] = useState<Overlap | null>(null);

  useEffect(() => {
    if (scroller === null) return;
    const ending = new AbortController();
    const { signal } = ending;
    let waiting = false;
    scroller.addEventListener(
      'click',
      ({ clientX: x, clientY: y }) => {
        setOverlap(null);
        if (window.getSelection()?.isCollapsed === false) return;
        const passageIds = passagesAtPoint(pane.drawn.getState(), x, y);
        selectPassage(passageIds[0] ?? null, pane.reader);
        if (passageIds.length > 1) setOverlap({ passageIds, x, y });
      },
      { signal },
    );
    scroller.addEventListener('scroll', () => setOverlap(null), { signal, passive: true });
    scroller.addEventListener(
      'pointermove',
      ({ clientX, clientY }) => {
        if (waiting) return;
        waiting = true;
        requestAnimationFrame(() => {
          waiting = false;
          const over = passagesAtPoint(pane.drawn.getState(), clientX, clientY).length > 0;
          scroller.toggleAttribute('data-over-passage', over);
        });
      },
      { signal, passive: true },
    );
    return () => ending.abort();
  }, [scroller, pane]);

  return [overlap, () => setOverlap(null)];
}
