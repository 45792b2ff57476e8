/** Libraries on disk and the state of the session. */

/** A library folder that was found; its display name is inside the encrypted file and so not known here. */
export interface LibraryPlace {
  /** Absolute path of the `….kartoteka` folder. */
  readonly folder: string;
  /** Folder name without the ending. */
  readonly folderName: string;
}

export interface LibrarySummary {
  readonly id: string;
  readonly name: string;
  readonly documents: number;
  readonly passages: number;
}

export type SessionState =
  | { kind: 'first-start' }
  /** `places` is how many libraries are in the default place; their names are asked for separately. */
  | { kind: 'locked'; places: number }
  | { kind: 'open'; library: LibrarySummary };

/** UTF-16 units below which no passphrase is taken; the strength meter asks for more. */
export const MINIMUM_PASSPHRASE = 8;
