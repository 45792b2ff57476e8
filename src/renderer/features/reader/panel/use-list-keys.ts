import type { KeyboardEvent } from 'react';
import type { Passage } from '../../../../shared/domain/passage.ts';
import { isField } from '../../../actions/focus.ts';
import { usePane } from '../panes/pane.ts';
import { selectPassage, selectPassages, togglePassage } from '../reader-store.ts';
import { reveal } from '../reveal.ts';
import { focusCard } from './focus-card.ts';
import { rangeOf } from './range-of.ts';

/** Up and down go from passage to passage, with Shift they take it into the selection; Ctrl+A takes all that are shown. */
export function useListKeys(shown: readonly Passage[]): (event: KeyboardEvent) => void {
  const pane = usePane();
  return (event) => {
    if (isField(event.target)) return;
    const slice = pane.reader.getState();
    const focused = Number(
      (event.target as Element).closest<HTMLElement>('[data-passage]')?.dataset['passage'],
    );
    const at = shown.findIndex(({ id }) => id === (focused || slice.selectedId));
    const far = event.ctrlKey || event.metaKey;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && !far) {
      const next = shown[at + step];
      if (next === undefined) return;
      if (event.shiftKey) {
        selectPassages(
          rangeOf(shown, slice.selectedId, next.id),
          slice.selectedId ?? next.id,
          pane.reader,
        );
      } else {
        selectPassage(next.id, pane.reader);
        void reveal(next, true, pane);
      }
      focusCard(pane, next.id);
    } else if (far && event.code === 'KeyA') {
      const ids = shown.map(({ id }) => id);
      const first = ids[0];
      if (first !== undefined) selectPassages(ids, slice.selectedId ?? first, pane.reader);
    } else if (far && event.key === ' ' && focused) togglePassage(focused, pane.reader);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
