import { useEffect } from 'react';
import { actionsChanged } from '../../../actions/registry.ts';
import { usePalette } from '../../palette/palette-store.ts';
import type { PageSource } from '../page-source.ts';
import type { ReaderPane } from '../panes/pane.ts';
import { selectedStretch } from './selected-stretch.ts';

/** Keeps `words` of the reader in step with what is selected; a selection that is still being dragged counts when it ends. */
export function useSelectedWords(pane: ReaderPane, documentId: number, source: PageSource): void {
  useEffect(() => {
    const { reader } = pane;
    const ending = new AbortController();
    const { signal } = ending;
    let dragging = false;
    let asked = 0;

    const take = async (): Promise<void> => {
      if (dragging || usePalette.getState().target !== null || isInField()) return;
      const number = ++asked;
      const selection = window.getSelection();
      const found = await selectedStretch(pane.drawn.getState(), selection, source);
      if (number !== asked || signal.aborted) return;
      const before = reader.getState().words;
      if (before === null && found === null) return;
      reader.setState({ words: found && { ...found, documentId } });
      actionsChanged();
    };

    const on = (name: string, listener: () => void): void =>
      document.addEventListener(name, listener, { signal });
    on('pointerdown', () => {
      dragging = true;
    });
    for (const name of ['pointerup', 'pointercancel']) {
      on(name, () => {
        dragging = false;
        void take();
      });
    }
    on('selectionchange', () => void take());
    return () => {
      ending.abort();
      reader.setState({ words: null });
    };
  }, [pane, documentId, source]);
}

/** While a field has the focus the selection is the field's own. */
function isInField(): boolean {
  const focused = document.activeElement;
  return focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement;
}
