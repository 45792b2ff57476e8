/** One document beside another. */
import { placeNow } from '../../../stores/trail.ts';
import {
  closeReader,
  isSplit,
  openAt,
  openPlace,
  otherPane,
  useView,
} from '../../../stores/view.ts';
import { activePane, ALL_PANES } from './pane.ts';

/** Shows the open document a second time beside itself, to be read in two places; or closes the pane not in use. */
export function splitReader(): void {
  const view = useView.getState();
  const { name } = activePane();
  if (isSplit(view)) {
    closeReader(otherPane(name));
    return;
  }
  const place = openPlace(view);
  if (place === null) return;
  const { documentId } = place;
  // While it is being opened there is no place yet.
  openAt(placeNow(name) ?? { documentId, page: 1, resume: true }, otherPane(name));
}

/** Two panes have no room for two side panels: they are hidden while there are two, and come back after. Call it once. */
export function watchSplit(): () => void {
  let split = isSplit(useView.getState());
  const hidden = new Set<string>();
  return useView.subscribe((view) => {
    if (isSplit(view) === split) return;
    split = isSplit(view);
    for (const { name, reader } of ALL_PANES) {
      const { panel } = reader.getState();
      if (split && panel !== 'hidden') {
        hidden.add(name);
        reader.setState({ panel: 'hidden' });
      } else if (!split && hidden.has(name) && panel === 'hidden') {
        reader.setState({ panel: 'passages' });
      }
    }
    if (!split) hidden.clear();
  });
}
