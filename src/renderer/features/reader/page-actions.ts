/** Registers what can be done with the pages of the open document: fitting, turning, going to one, and what lies beside them. */
import { registerAction } from '../../actions/registry.ts';
import { activePane } from './panes/pane.ts';
import { useReader } from './reader-store.ts';
import { chooseRegion } from './region/region.ts';
import type { PaperSurface } from './surface.ts';

/** Answers what takes the actions back. */
export function registerPageActions(): (() => void)[] {
  return [
    onPaper('view.fit-width', (paper) => paper.fit('width')),
    onPaper('view.fit-page', (paper) => paper.fit('page')),
    onPaper('view.rotate-right', (paper) => paper.rotate(90)),
    onPaper('view.rotate-left', (paper) => paper.rotate(-90)),
    onPaper('view.thumbnails', () => showBeside('thumbnails')),
    onPaper('view.region', chooseRegion),
    onPaper('view.outline', () => showBeside('outline')),
    registerAction('go.page', {
      enabled: () => useReader.getState().surface !== null,
      run: () => pageField()?.focus(),
    }),
  ];
}

type PaperAction =
  | 'view.fit-width'
  | 'view.fit-page'
  | 'view.rotate-right'
  | 'view.rotate-left'
  | 'view.thumbnails'
  | 'view.outline'
  | 'view.region';

function onPaper(id: PaperAction, run: (paper: PaperSurface) => void): () => void {
  const paper = (): PaperSurface | null => useReader.getState().surface?.paper ?? null;
  return registerAction(id, {
    enabled: () => paper() !== null,
    run: () => {
      const found = paper();
      if (found !== null) run(found);
    },
  });
}

/** Hides it when it is there already, and gives the focus back to the pages. */
function showBeside(what: 'thumbnails' | 'outline'): void {
  const { sidebar, surface } = useReader.getState();
  const hides = sidebar === what;
  useReader.setState({ sidebar: hides ? 'hidden' : what });
  if (hides) surface?.scroller.focus({ preventScroll: true });
}

function pageField(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>(
    `[data-pane='${activePane().name}'] [data-page-field]`,
  );
}
