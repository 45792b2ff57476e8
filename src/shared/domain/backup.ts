/** A backup is a whole library in a folder of its own: same keys, same passphrases, same recovery sheet. */
import type { PlaceWarning } from './library.ts';

/** What a backup holds. */
export interface BackupCounts {
  readonly documents: number;
  readonly passages: number;
  /** Imported files. */
  readonly originals: number;
}

export interface BackupReport extends BackupCounts {
  /** The new library folder; absolute path. */
  readonly folder: string;
  readonly bytes: number;
  /** It lies on the same disk as the library: whatever happens to one happens to both. */
  readonly sameDisk: boolean;
  readonly warnings: readonly PlaceWarning[];
}
