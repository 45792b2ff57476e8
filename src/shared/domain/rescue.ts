/** What a rescue saved of a damaged library. */

import type { LibraryPlace } from './library.ts';

/** What is counted: documents and their pages, what people made, and the imported files themselves. */
export const RESCUED_NOUNS = [
  'document',
  'page',
  'passage',
  'tag',
  'case',
  'event',
  'original',
] as const;
export type RescuedNoun = (typeof RESCUED_NOUNS)[number];

export interface RescueCount {
  readonly saved: number;
  /** To be looked at: saved from a damaged page, so that some characters may be wrong, or standing in for a lost one. */
  readonly doubtful: number;
  /** As far as it can be told: where nothing of a page can be read, it is estimated. */
  readonly lost: number;
}

/** A new library, still locked, that holds what was saved. */
export interface RescuedLibrary {
  readonly place: LibraryPlace;
  readonly report: RescueReport;
}

export interface RescueReport {
  readonly counts: Readonly<Record<RescuedNoun, RescueCount>>;
  /** Their ids in the new library. */
  readonly doubtful: Readonly<Record<RescuedNoun, readonly number[]>>;
  /** Documents of the new library whose imported file is lost; their text is there. */
  readonly withoutOriginal: readonly number[];
  /** Pages of both databases (4,096 bytes), and those of them that are not as they were written. */
  readonly pages: number;
  readonly damagedPages: number;
}
