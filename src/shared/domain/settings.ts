/** What a person sets for one library; kept inside it, so nothing about habits lies readable on the disk. */

import type { DocumentColumn } from './source-document.ts';

/** Minutes without a touch after which the library locks itself. There is no «never». */
export const IDLE_MINUTES = [1, 2, 5, 10, 15, 30, 60] as const;
export type IdleMinutes = (typeof IDLE_MINUTES)[number];
export const DEFAULT_IDLE_MINUTES: IdleMinutes = 5;

/** How text documents are set. The first of each is the usual one. */
export const TEXT_MEASURES = ['usual', 'narrow', 'wide'] as const;
export const TEXT_SPACINGS = ['usual', 'tight', 'loose'] as const;
export const TEXT_FACES = ['serif', 'sans'] as const;
/** Size of the letters, percent of the usual one. */
export const TEXT_SIZE = { least: 60, usual: 100, most: 300 } as const;

export interface TextLook {
  readonly size: number;
  readonly measure: (typeof TEXT_MEASURES)[number];
  readonly spacing: (typeof TEXT_SPACINGS)[number];
  readonly face: (typeof TEXT_FACES)[number];
}

export const USUAL_TEXT_LOOK: TextLook = {
  size: TEXT_SIZE.usual,
  measure: 'usual',
  spacing: 'usual',
  face: 'serif',
};

export interface LibrarySettings {
  readonly idleMinutes: IdleMinutes;
  /** Whether queries of late are kept. */
  readonly recentSearches: boolean;
  /** When the person confirmed to have the recovery sheet of the present key on paper (ISO 8601); null when not yet. */
  readonly recoverySheetConfirmed: string | null;
  /** What the list of documents shows. */
  readonly documentColumns: readonly DocumentColumn[];
  readonly textLook: TextLook;
  /** Passages are drawn in the colour of their first tag that has one, instead of their own. */
  readonly colourByTag: boolean;
}
