/**
 * The two panes that documents are read in side by side. Each has its own document, place, words in hand and drawn pages;
 * the panel, the palette and the actions mean the active one: the pane that was used last.
 */
import { createContext, useContext } from 'react';
import type { StoreApi } from 'zustand';
import { PANE_NAMES, useView, type PaneName } from '../../../stores/view.ts';
import { createDrawnPages, type DrawnPagesSlice } from '../drawn/drawn-pages.ts';
import { createReaderStore, type ReaderSlice } from '../reader-slice.ts';

export interface ReaderPane {
  readonly name: PaneName;
  readonly reader: StoreApi<ReaderSlice>;
  readonly drawn: StoreApi<DrawnPagesSlice>;
}

function createPane(name: PaneName): ReaderPane {
  return { name, reader: createReaderStore(), drawn: createDrawnPages() };
}

const PANES: Readonly<Record<PaneName, ReaderPane>> = {
  left: createPane('left'),
  right: createPane('right'),
};

export const ALL_PANES: readonly ReaderPane[] = PANE_NAMES.map((name) => PANES[name]);

/** The pane that what is shown below belongs to. */
export const PaneContext = createContext<ReaderPane | null>(null);

export function paneOf(name: PaneName): ReaderPane {
  return PANES[name];
}

/** The pane used last; keys, the menu and the palette mean it. */
export function activePane(): ReaderPane {
  return PANES[useView.getState().activePane];
}

/** The pane this component is in; outside the panes the active one. */
export function usePane(): ReaderPane {
  const own = useContext(PaneContext);
  const active = useView((view) => view.activePane);
  return own ?? PANES[active];
}
