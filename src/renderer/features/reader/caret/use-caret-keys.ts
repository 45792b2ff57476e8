import { useEffect } from 'react';
import { activePane, usePane } from '../panes/pane.ts';
import { useReader } from '../reader-store.ts';
import { applyCaret, endCaret, moveBy, turnCaret } from './caret-mode.ts';
import { moveOfKey } from './move-caret.ts';
import { isRightToLeft } from './page-lines.ts';

/** The keys of the caret, while it is in this pane. A press of the mouse ends it: words are then selected by hand. */
export function useCaretKeys(): void {
  const pane = usePane();
  const scroller = useReader((slice) => slice.surface?.scroller ?? null);
  const isOn = useReader((slice) => slice.caret !== null);
  useEffect(() => {
    if (scroller === null || !isOn) return;
    const ending = new AbortController();
    const { signal } = ending;
    scroller.focus({ preventScroll: true });
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.isComposing || event.altKey || event.defaultPrevented) return;
        // The focus is on nothing when what had it is gone.
        const isHere = event.target === document.body && pane === activePane();
        if (!isHere && !(event.target instanceof Node && scroller.contains(event.target))) return;
        const { caret, opening } = pane.reader.getState();
        if (caret === null || opening.kind !== 'open') return;
        const text = opening.source.loaded(caret.focus.page)?.text ?? '';
        const move = moveOfKey(event, isRightToLeft(text, caret.focus.offset));
        if (move !== null) moveBy(pane, move, event.shiftKey);
        else if (event.key === 'Enter') void applyCaret(pane);
        else if (event.key === 'Escape') endCaret(pane);
        else if (event.key === 'Tab' && caret.boundsOf !== null) turnCaret(pane);
        else return;
        event.preventDefault();
        event.stopPropagation();
      },
      // Before the pages scroll by the same keys.
      { signal, capture: true },
    );
    scroller.addEventListener('pointerdown', () => endCaret(pane), { signal });
    return () => ending.abort();
  }, [scroller, isOn, pane]);
}
