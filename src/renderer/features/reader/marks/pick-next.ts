/** Picks one after the other of the passages that lie on each other. */
import { activePane } from '../panes/pane.ts';
import { selectedPassage, selectPassage, type ReaderSlice } from '../reader-store.ts';
import { overlap } from '../stretch.ts';

/** Those under the pointer, else those that share words with the selected one. */
export function pickNextHere(): void {
  const { reader } = activePane();
  const slice = reader.getState();
  const ids = slice.hovered.length > 0 ? slice.hovered : overlappingSelected(slice);
  const at = slice.selectedId === null ? -1 : ids.indexOf(slice.selectedId);
  const next = ids[(at + 1) % ids.length];
  if (next !== undefined) selectPassage(next, reader);
}

function overlappingSelected(slice: ReaderSlice): readonly number[] {
  const selected = selectedPassage(slice);
  if (selected === null) return [];
  return slice.passages.filter((passage) => overlap(passage, selected)).map(({ id }) => id);
}
