import { activePane } from '../reader/panes/pane.ts';
import { domRangeOf } from '../reader/selection/stretch-lines.ts';
import { PaletteDialog } from './palette-dialog.tsx';
import { closePalette, usePalette } from './palette-store.ts';

/** One input for tags, cases and events; opened by `passage.tag`. */
export function Palette() {
  const target = usePalette((slice) => slice.target);
  const only = usePalette((slice) => slice.only);
  if (target === null) return null;
  return <PaletteDialog target={target} only={only} onLeave={leave} />;
}

/** Gives the person back what was in hand: words that are not a passage yet, or the pages. */
function leave(): void {
  const { target } = usePalette.getState();
  closePalette();
  const pane = activePane();
  pane.reader.getState().surface?.scroller.focus({ preventScroll: true });
  // Words selected from the keyboard are selected still.
  if (target?.kind !== 'words' || pane.reader.getState().caret !== null) return;
  const range = domRangeOf(pane, target.words);
  const selection = window.getSelection();
  if (range === null || selection === null) return;
  selection.removeAllRanges();
  selection.addRange(range);
}
