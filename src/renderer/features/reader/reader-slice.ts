/** What a pane of the reader shows. Filled from the library process; never the record. */
import { createStore, type StoreApi } from 'zustand';
import type { Passage, PassageColour } from '../../../shared/domain/passage.ts';
import type { LeftDocument, Rotation } from '../../../shared/domain/reading-place.ts';
import type { SearchMark } from '../../../shared/domain/search.ts';
import type { SourceDocument } from '../../../shared/domain/source-document.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { FindSlice } from './find/find-slice.ts';
import type { Caret } from './caret/caret-slice.ts';
import type { PageSource } from './page-source.ts';
import { NO_FILTER, type PassageFilter } from './panel/filter-passages.ts';
import type { RegionChoice } from './region/region-choice.ts';
import type { Stretch } from './stretch.ts';
import type { Fit, Surface } from './surface.ts';

export type Opening =
  | { kind: 'none' }
  | { kind: 'loading'; documentId: number }
  | { kind: 'failed'; documentId: number; failure: Failure }
  | {
      kind: 'open';
      document: SourceDocument;
      source: PageSource;
      /** Where it was left the last time; null when it was never read, or that has been gone to. */
      left: LeftDocument | null;
    };

/** How a passage could be placed on the screen; those without an entry stand at their offsets. */
export type Placement = 'by-words' | 'nowhere';

/** Words that are selected on the screen now, in stored canonical offsets. */
export interface SelectedWords extends Stretch {
  readonly documentId: number;
  readonly backward: boolean;
}

export interface HitPage {
  readonly page: number;
  readonly marks: readonly SearchMark[];
}

export interface ReaderSlice {
  readonly opening: Opening;
  /** Null until the view of the document is on the screen. */
  readonly surface: Surface | null;
  /** In reading order. */
  readonly passages: readonly Passage[];
  readonly placements: ReadonlyMap<number, Placement>;
  /** The passage whose note, colour and labels the panel shows. */
  readonly selectedId: number | null;
  /** Other passages that are selected together with `selectedId`; commands mean all of them. */
  readonly alsoSelected: ReadonlySet<number>;
  /** Passages under the pointer, the smallest first. */
  readonly hovered: readonly number[];
  /** The passage at the place being read, for the panel. */
  readonly currentId: number | null;
  readonly words: SelectedWords | null;
  /** Null unless words are being selected from the keyboard. */
  readonly caret: Caret | null;
  /** Bounds of the selected passage while one of its ends is dragged. */
  readonly newBounds: Stretch | null;
  readonly filter: PassageFilter;
  /** Pages with search hits, in reading order. */
  readonly hits: readonly HitPage[];
  /** Index over all marks of `hits`; -1 when none is current. */
  readonly currentHit: number;
  /** «Find in document»; null while it is not asked for. */
  readonly find: FindSlice | null;
  /** A rectangle of a page is being chosen; null while words are. */
  readonly region: RegionChoice | null;
  /** What was just scrolled to; shown for a moment. */
  readonly flash: Stretch | null;
  /** 1-based page at the top of the view. */
  readonly page: number;
  /** Labels of the pages by index; null when they are just the numbers. */
  readonly pageLabels: readonly string[] | null;
  /** 1 is 100 %. */
  readonly zoom: number;
  readonly fit: Fit;
  /** Degrees, clockwise, that a person turned the pages by. */
  readonly rotation: Rotation;
  /** Left of the pages. */
  readonly sidebar: 'hidden' | 'thumbnails' | 'outline';
  /** Colour of the next highlight: the one used last. */
  readonly colour: PassageColour;
  readonly panel: 'passages' | 'details' | 'hidden';
  /** The passage whose note field shall take the focus as soon as it is there. */
  readonly noteWanted: number | null;
}

export function createReaderStore(): StoreApi<ReaderSlice> {
  return createStore<ReaderSlice>()(() => ({
    opening: { kind: 'none' },
    surface: null,
    passages: [],
    placements: new Map(),
    selectedId: null,
    alsoSelected: new Set(),
    hovered: [],
    currentId: null,
    words: null,
    caret: null,
    newBounds: null,
    filter: NO_FILTER,
    hits: [],
    currentHit: -1,
    find: null,
    region: null,
    flash: null,
    page: 1,
    pageLabels: null,
    zoom: 1,
    fit: null,
    rotation: 0,
    sidebar: 'hidden',
    colour: 'yellow',
    panel: 'passages',
    noteWanted: null,
  }));
}

/** The document on the screen, whatever its state. */
export function openDocument(slice: ReaderSlice): SourceDocument | null {
  return slice.opening.kind === 'open' ? slice.opening.document : null;
}

export function selectedPassage(slice: ReaderSlice): Passage | null {
  return slice.passages.find((passage) => passage.id === slice.selectedId) ?? null;
}

/** All selected passages, in reading order. */
export function selectedPassages({ passages, selectedId, alsoSelected }: ReaderSlice): Passage[] {
  return passages.filter(({ id }) => id === selectedId || alsoSelected.has(id));
}

/** Label of a page as printed. */
export function pageLabel(slice: Pick<ReaderSlice, 'pageLabels'>, page: number): string {
  return slice.pageLabels?.[page - 1] ?? String(page);
}
