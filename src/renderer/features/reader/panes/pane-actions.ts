/** What can be done with the panes while a document is open. */
import { actionsChanged, registerAction } from '../../../actions/registry.ts';
import { useTrail } from '../../../stores/trail.ts';
import { closeReader, isSplit, otherPane, setActivePane, useView } from '../../../stores/view.ts';
import { activePane, paneOf } from './pane.ts';
import { splitReader } from './split.ts';

/** Answers what takes each of them back. */
export function registerPaneActions(): (() => void)[] {
  return [
    registerAction('view.split', { enabled: () => true, run: splitReader }),
    registerAction('view.other-pane', {
      enabled: () => isSplit(useView.getState()),
      run: () => {
        const pane = paneOf(otherPane(activePane().name));
        setActivePane(pane.name);
        pane.reader.getState().surface?.scroller.focus({ preventScroll: true });
      },
    }),
    registerAction('view.close-document', { enabled: () => true, run: () => closeReader() }),
    useTrail.subscribe(actionsChanged),
    useView.subscribe(actionsChanged),
  ];
}
