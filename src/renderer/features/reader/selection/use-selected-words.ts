import { useEffect } from 'react';
import { actionsChanged } from '../../../actions/registry.ts';
import { usePalette } from '../../palette/palette-store.ts';
import type { PageSource } from '../page-source.ts';
import type { ReaderPane } from '../panes/pane.ts';
import { isSameStretch } from '../stretch.ts';
import { guideMouse } from './guide-mouse.ts';
import { selectedStretch, type FoundSelection } from './selected-stretch.ts';
import { domRangeOf } from './stretch-lines.ts';
import { snapToWords } from './words.ts';

/** Keeps `words` of the reader in step with what is selected; a selection that is still being dragged counts when it ends. */
export function useSelectedWords(pane: ReaderPane, documentId: number, source: PageSource): void {
  useEffect(() => {
    const { reader } = pane;
    const ending = new AbortController();
    const { signal } = ending;
    let dragging = false;
    let asked = 0;
    /** The words were selected with the mouse, and no key for exact ends was held. */
    let snaps = false;

    const take = async (): Promise<void> => {
      if (dragging || usePalette.getState().target !== null || isInField()) return;
      if (reader.getState().caret !== null) return;
      const number = ++asked;
      const selection = window.getSelection();
      const raw = await selectedStretch(pane.drawn.getState(), selection, source);
      if (number !== asked || signal.aborted) return;
      const found = raw && snaps ? snapped(pane, raw, source) : raw;
      snaps = false;
      const before = reader.getState().words;
      if (before === null && found === null) return;
      reader.setState({ words: found && { ...found, documentId } });
      actionsChanged();
    };

    const on = <Name extends keyof DocumentEventMap>(
      name: Name,
      listener: (event: DocumentEventMap[Name]) => void,
    ): void => document.addEventListener(name, listener, { signal });
    let inPages = false;
    guideMouse(pane, signal);
    on('pointerdown', ({ target }) => {
      dragging = true;
      inPages = target instanceof Node && !!reader.getState().surface?.scroller.contains(target);
    });
    on('pointerup', (event) => {
      dragging = false;
      snaps = inPages && !(event.altKey || event.ctrlKey || event.metaKey);
      void take();
    });
    on('pointercancel', () => {
      dragging = false;
      void take();
    });
    on('selectionchange', () => void take());
    return () => {
      ending.abort();
      reader.setState({ words: null });
    };
  }, [pane, documentId, source]);
}

/** The words made whole, and so selected on the screen. */
function snapped(pane: ReaderPane, found: FoundSelection, source: PageSource): FoundSelection {
  const stretch = snapToWords(found, (page) => source.loaded(page)?.text ?? '');
  if (isSameStretch(stretch, found)) return found;
  const range = domRangeOf(pane, stretch);
  if (range !== null) {
    const { startContainer, startOffset, endContainer, endOffset } = range;
    const ends = [
      [startContainer, startOffset],
      [endContainer, endOffset],
    ] as const;
    const [from, to] = found.backward ? [ends[1], ends[0]] : ends;
    window.getSelection()?.setBaseAndExtent(...from, ...to);
  }
  return { ...stretch, backward: found.backward };
}

/** While a field has the focus the selection is the field's own. */
function isInField(): boolean {
  const focused = document.activeElement;
  return focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement;
}
