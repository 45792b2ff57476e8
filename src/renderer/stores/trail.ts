/** The way through the documents of each pane: what «Back» and «Forward» go along. Forgotten when the library is locked. */
import { create } from 'zustand';
import type { ReadingPlace } from '../../shared/domain/reading-place.ts';
import { openAt, PANE_NAMES, useView, type PaneName, type ViewSlice } from './view.ts';

export interface PlaceInDocument extends ReadingPlace {
  readonly documentId: number;
}

interface Trail {
  /** The place left last is the last one. */
  readonly back: readonly PlaceInDocument[];
  readonly forward: readonly PlaceInDocument[];
}

/** Places that are kept; nobody goes further back. */
const LONGEST = 100;
const NOWHERE: Trail = { back: [], forward: [] };

export const useTrail = create<Readonly<Record<PaneName, Trail>>>()(() => ({
  left: NOWHERE,
  right: NOWHERE,
}));

/** Tells where a pane is now; set by the pane while it shows a document. */
const whereabouts = new Map<PaneName, () => PlaceInDocument>();
let travelling = false;

/** @param where null when the pane shows nothing any more */
export function setWhereabouts(pane: PaneName, where: (() => PlaceInDocument) | null): void {
  if (where === null) whereabouts.delete(pane);
  else whereabouts.set(pane, where);
}

/** Where a pane is now; null while it shows nothing. */
export function placeNow(pane: PaneName): PlaceInDocument | null {
  return whereabouts.get(pane)?.() ?? null;
}

/** Remembers the place of a pane before it jumps elsewhere in its document. */
export function leavePlace(pane: PaneName): void {
  const place = placeNow(pane);
  if (place === null) return;
  useTrail.setState((trails) => ({
    [pane]: { back: pushed(trails[pane].back, place), forward: [] },
  }));
}

/** Keeps the trails in step with what is opened and closed. Call it once. */
export function startTrails(): () => void {
  return useView.subscribe((view, before) => {
    for (const pane of PANE_NAMES) {
      if (!travelling && view.places[pane] !== before.places[pane] && leaves(view, pane)) {
        leavePlace(pane);
      }
    }
  });
}

/** Whether what was opened is elsewhere. */
function leaves(view: ViewSlice, pane: PaneName): boolean {
  const here = placeNow(pane);
  const next = view.places[pane];
  if (here === null || next === null) return here !== null;
  if (next.documentId !== here.documentId) return true;
  return next.target.resume !== true && next.target.page !== here.page;
}

export function canGo(way: 'back' | 'forward', pane: PaneName): boolean {
  return useTrail.getState()[pane][way].length > 0;
}

/** Goes one step along the trail of the pane used last. */
export function go(way: 'back' | 'forward'): void {
  const { activePane: pane } = useView.getState();
  const trail = useTrail.getState()[pane];
  const place = trail[way].at(-1);
  if (place === undefined) return;
  const here = placeNow(pane);
  const ahead = trail[way].slice(0, -1);
  const other = way === 'back' ? 'forward' : 'back';
  const behind = here === null ? trail[other] : pushed(trail[other], here);
  useTrail.setState({
    [pane]: way === 'back' ? { back: ahead, forward: behind } : { back: behind, forward: ahead },
  });
  travelling = true;
  openAt(place, pane);
  travelling = false;
}

function pushed(
  places: readonly PlaceInDocument[],
  place: PlaceInDocument,
): readonly PlaceInDocument[] {
  const last = places.at(-1);
  const isSame = last?.documentId === place.documentId && last.page === place.page;
  return [...(isSame ? places.slice(0, -1) : places), place].slice(-LONGEST);
}
