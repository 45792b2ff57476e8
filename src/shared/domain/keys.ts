/** The passphrases of a library and its recovery sheet, as the interface and the command line show them. */

/** One passphrase that opens the library. */
export interface KeySlotInfo {
  readonly id: string;
  /** Whose passphrase it is; empty when nobody said. Kept in the encrypted library only. */
  readonly name: string;
  /** ISO 8601; null when the library does not know (made outside of it). */
  readonly createdAt: string | null;
  /** Whether the library was opened with this one. */
  readonly current: boolean;
}

/** Everything that opens a library without Kartoteka and without `keys.json`. To be printed, never stored. */
export interface RecoverySheet {
  readonly libraryId: string;
  readonly libraryName: string;
  /** When the library was made (ISO 8601). */
  readonly createdAt: string;
  /** When its present key was made (ISO 8601): later than `createdAt` once it was encrypted anew. */
  readonly keyMadeAt: string;
  /** The recovery key: groups of five letters and digits, see `shared/recovery/recovery-key.ts`. */
  readonly groups: readonly string[];
  /** The two encrypted files, `library.db` first. */
  readonly files: readonly RecoverySheetFile[];
}

export interface RecoverySheetFile {
  /** Name inside the library folder. */
  readonly file: string;
  /** The key of this file: 64 hexadecimal digits. */
  readonly key: string;
  /** What to type, line by line, to open the file with SQLCipher 4. */
  readonly commands: readonly string[];
}
