/** Libraries on disk and the state of the session. */
import type { RecoverySheet } from './keys.ts';

/** A library folder that was found; its display name is inside the encrypted file and so not known here. */
export interface LibraryPlace {
  /** Absolute path of the `….kartoteka` folder. */
  readonly folder: string;
  /** Folder name without the ending. */
  readonly folderName: string;
}

/** What is risky about a place for a library. */
export type PlaceWarning =
  /** A program copies what is there to other computers, keeps old states, and may exchange files of an open library. */
  | { kind: 'cloud'; service: string }
  /** On another computer: whoever runs that one sees when the library is used. */
  | { kind: 'network' };

export interface LibrarySummary {
  readonly id: string;
  readonly name: string;
  readonly documents: number;
  readonly passages: number;
  /** Nothing can be changed: the place cannot be written to, or a file is damaged. */
  readonly readOnly: boolean;
  readonly condition: LibraryCondition;
}

/** What making or opening a library answers. */
export interface OpenedLibrary {
  readonly library: LibrarySummary;
  /** Only when the library is new. */
  readonly sheet: RecoverySheet | null;
}

/** Why a library was locked: the person asked, nobody was there, the system slept or locked, or its process ended. */
export type LockReason = 'asked' | 'idle' | 'system' | 'ended';

/** What a library is made of; the log holds the changes since it was opened, until it is closed. */
export type DamagedPart = 'keys' | 'database' | 'originals' | 'log';

/** How an open library is. */
export type LibraryCondition =
  | { kind: 'sound' }
  /** Its folder is not where it was: moved, deleted, or on a drive that is gone. It goes on when the folder is back. */
  | { kind: 'gone' }
  /** Some of it cannot be read; the rest can, and nothing is changed any more. */
  | { kind: 'damaged'; parts: readonly DamagedPart[] };

/** What main knows of the session. No name: that one is encrypted. */
export type SessionState =
  | { kind: 'first-start' }
  /**
   * `places` is how many libraries are in the default place; `because` and `last`, the library that was open, are null
   * when none was open in this run. It may lie on a stick, and not be there any more.
   */
  | { kind: 'locked'; places: number; because: LockReason | null; last: LibraryPlace | null }
  | { kind: 'open' };

/** UTF-16 units below which no passphrase is taken; the strength meter asks for more. */
export const MINIMUM_PASSPHRASE = 8;
