/** Where the person is: the section, the label pages, and what is open in the reader. */
import { create } from 'zustand';
import type { BackupReport } from '../../shared/domain/backup.ts';
import type { ExcerptSelection } from '../../shared/domain/excerpt.ts';
import type { LabelKind } from '../../shared/domain/label.ts';
import type { SavedSearch, SearchToSave } from '../../shared/domain/saved-search.ts';
import type { SearchMark } from '../../shared/domain/search.ts';

export type Section = 'library' | 'search' | 'cases' | 'events' | 'tags';

/** The place in a document the reader was asked to show. */
export interface ReaderTarget {
  /** 1-based. */
  readonly page: number;
  /** A stretch to bring into view: UTF-16 units in the page's canonical text, end exclusive. */
  readonly start?: number;
  readonly end?: number;
  /** A passage to bring into view and select. */
  readonly passageId?: number;
  /** The part (0..1) of the page's height that is to be above the view: a place gone back to. */
  readonly part?: number;
  /** Goes on where the document was left, when it was read before. */
  readonly resume?: true;
  /** Matched words of this page, to be outlined. */
  readonly marks?: readonly SearchMark[];
}

/** Documents can be read in two panes side by side. */
export const PANE_NAMES = ['left', 'right'] as const;
export type PaneName = (typeof PANE_NAMES)[number];

export interface ReaderPlace {
  readonly documentId: number;
  readonly target: ReaderTarget;
  /** Grows with every request, so that the same place can be asked for twice. */
  readonly nonce: number;
}

export type DialogState =
  | { kind: 'none' }
  | { kind: 'export'; selection: ExcerptSelection }
  | { kind: 'delete'; of: LabelKind; id: number }
  | { kind: 'delete-documents'; ids: readonly number[] }
  | { kind: 'document-columns' }
  | { kind: 'save-search'; search: SearchToSave }
  | { kind: 'rename-search'; search: SavedSearch }
  | { kind: 'backup'; report: BackupReport }
  /** An address that a document names, as text. */
  | { kind: 'address'; text: string }
  /** `first` is the view it opens with. */
  | { kind: 'security'; first: 'overview' | 'sheet' };

export interface ViewSlice {
  readonly section: Section;
  /** The label page that is open in each section. */
  readonly chosen: Readonly<Record<LabelKind, number | null>>;
  /** What is open in each pane; while nothing is the list has the whole window. */
  readonly places: Readonly<Record<PaneName, ReaderPlace | null>>;
  /** The pane used last: lists open documents in it, and the keys mean it. */
  readonly activePane: PaneName;
  /** The reader takes the whole window (F11). */
  readonly readerAlone: boolean;
  /** Width of the list pane beside the reader, CSS pixels; null until a person chose one. */
  readonly paneWidth: number | null;
  readonly dialog: DialogState;
}

export const PANE_WIDTH = { least: 280, most: 720 } as const;

export const useView = create<ViewSlice>()(() => ({
  section: 'library',
  chosen: { tag: null, case: null, event: null },
  places: { left: null, right: null },
  activePane: 'left',
  readerAlone: false,
  paneWidth: null,
  dialog: { kind: 'none' },
}));

export const SECTION_OF: Readonly<Record<LabelKind, Section>> = {
  tag: 'tags',
  case: 'cases',
  event: 'events',
};

export function showSection(section: Section): void {
  useView.setState({ section, readerAlone: false });
}

/** What is open in the active pane. */
export function openPlace({ places, activePane }: ViewSlice): ReaderPlace | null {
  return places[activePane];
}

export function isSplit({ places }: ViewSlice): boolean {
  return places.left !== null && places.right !== null;
}

export function otherPane(pane: PaneName): PaneName {
  return pane === 'left' ? 'right' : 'left';
}

/** Opens a document in the reader at a place: in the active pane, or in the one that is named. */
export function openAt(place: { documentId: number } & ReaderTarget, in_?: PaneName): void {
  const { documentId, ...target } = place;
  useView.setState(({ places, activePane }) => {
    const pane = in_ ?? activePane;
    const nonce = (places[pane]?.nonce ?? 0) + 1;
    return { places: { ...places, [pane]: { documentId, target, nonce } }, activePane: pane };
  });
}

/** What a click on a row of a list does. @param beside in the pane that is not used now, while something is open. */
export function openFromList(place: { documentId: number } & ReaderTarget, beside: boolean): void {
  const { activePane } = useView.getState();
  const isFree = openPlace(useView.getState()) === null;
  openAt(place, beside && !isFree ? otherPane(activePane) : activePane);
}

/** Closes a pane, the active one if none is named; the other then has the reader to itself. */
export function closeReader(closed?: PaneName): void {
  useView.setState(({ places, activePane, readerAlone }) => {
    const pane = closed ?? activePane;
    const rest = { ...places, [pane]: null };
    const other = otherPane(pane);
    return {
      places: rest,
      activePane: rest[other] === null ? activePane : other,
      readerAlone: readerAlone && rest[other] !== null,
    };
  });
}

export function setActivePane(activePane: PaneName): void {
  if (useView.getState().activePane !== activePane) useView.setState({ activePane });
}

export function setReaderAlone(readerAlone: boolean): void {
  useView.setState((view) => ({ readerAlone: readerAlone && openPlace(view) !== null }));
}

/** Opens the page of a label, in its section. */
export function showLabel(kind: LabelKind, id: number): void {
  useView.setState(({ chosen }) => ({
    section: SECTION_OF[kind],
    chosen: { ...chosen, [kind]: id },
    readerAlone: false,
  }));
}

/** Chooses a label without leaving the section; null goes back to the list. */
export function chooseLabel(kind: LabelKind, id: number | null): void {
  useView.setState(({ chosen }) => ({ chosen: { ...chosen, [kind]: id } }));
}

/** @param width CSS pixels, kept within the limits; null for the usual share of the window */
export function setPaneWidth(width: number | null): void {
  const { least, most } = PANE_WIDTH;
  useView.setState({
    paneWidth: width === null ? null : Math.round(Math.min(most, Math.max(least, width))),
  });
}

export function showDialog(dialog: DialogState): void {
  useView.setState({ dialog });
}

export function closeDialog(): void {
  useView.setState({ dialog: { kind: 'none' } });
}
