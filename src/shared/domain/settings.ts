/** What a person sets for one library; kept inside it, so nothing about habits lies readable on the disk. */

import type { DocumentColumn } from './source-document.ts';

/** Minutes without a touch after which the library locks itself. There is no «never». */
export const IDLE_MINUTES = [1, 2, 5, 10, 15, 30, 60] as const;
export type IdleMinutes = (typeof IDLE_MINUTES)[number];
export const DEFAULT_IDLE_MINUTES: IdleMinutes = 5;

export interface LibrarySettings {
  readonly idleMinutes: IdleMinutes;
  /** When the person confirmed to have the recovery sheet of the present key on paper (ISO 8601); null when not yet. */
  readonly recoverySheetConfirmed: string | null;
  /** What the list of documents shows. */
  readonly documentColumns: readonly DocumentColumn[];
}
