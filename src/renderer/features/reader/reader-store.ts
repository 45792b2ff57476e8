/** The state of a pane of the reader: of its own pane for a component, of the active one for keys, menus and commands. */
import { useStore, type StoreApi } from 'zustand';
import { useView } from '../../stores/view.ts';
import { activePane, ALL_PANES, usePane } from './panes/pane.ts';
import type { Placement, ReaderSlice } from './reader-slice.ts';

export * from './reader-slice.ts';

type ReaderStore = StoreApi<ReaderSlice>;

function useOwnReader<Chosen>(select: (slice: ReaderSlice) => Chosen): Chosen {
  return useStore(usePane().reader, select);
}

/**
 * As a hook: the state of the pane the component is in. Its methods mean the active pane, so they are for what a person
 * does in it; effects and what goes on after a wait take their pane from `usePane()` or `activePane()` beforehand.
 */
export const useReader = Object.assign(useOwnReader, {
  getState: (): ReaderSlice => activePane().reader.getState(),
  setState: ((...change: Parameters<ReaderStore['setState']>) =>
    activePane().reader.setState(...change)) as ReaderStore['setState'],
  /** Told of changes in either pane, and of which one is active. */
  subscribe: (listener: () => void): (() => void) => {
    const stops = ALL_PANES.map(({ reader }) => reader.subscribe(listener));
    stops.push(
      useView.subscribe((view, before) => {
        if (view.activePane !== before.activePane) listener();
      }),
    );
    return () => {
      for (const stop of stops) stop();
    };
  },
});

const NONE: ReadonlySet<number> = new Set();

/** Takes a passage into the selection, or out of it. */
export function togglePassage(id: number, reader: ReaderStore = activePane().reader): void {
  reader.setState(({ selectedId, alsoSelected }) => {
    const others = new Set(alsoSelected);
    if (id === selectedId) {
      const [next = null] = others;
      if (next !== null) others.delete(next);
      return { selectedId: next, alsoSelected: others };
    }
    if (others.delete(id)) return { alsoSelected: others };
    if (selectedId !== null) others.add(selectedId);
    return { selectedId: id, alsoSelected: others };
  });
}

/** Selects several passages; `selectedId` is the one that the keys go on from. */
export function selectPassages(
  ids: readonly number[],
  selectedId: number,
  reader: ReaderStore = activePane().reader,
): void {
  reader.setState({ selectedId, alsoSelected: new Set(ids.filter((id) => id !== selectedId)) });
}

export function selectPassage(
  selectedId: number | null,
  reader: ReaderStore = activePane().reader,
): void {
  reader.setState(({ panel }) => ({
    selectedId,
    alsoSelected: NONE,
    panel: selectedId !== null && panel === 'details' ? 'passages' : panel,
  }));
}

export function setPlacement(
  reader: ReaderStore,
  passageId: number,
  placement: Placement | null,
): void {
  reader.setState((slice) => {
    if ((slice.placements.get(passageId) ?? null) === placement) return slice;
    const placements = new Map(slice.placements);
    if (placement === null) placements.delete(passageId);
    else placements.set(passageId, placement);
    return { placements };
  });
}
