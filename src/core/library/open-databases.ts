/** The connections of one open library, and how they are let go. */
import { basename, join } from 'node:path';
import {
  abandon,
  connect,
  connectKeeper,
  disconnect,
  usesLog,
  type JournalMode,
  type LibraryDatabase,
} from './connection.ts';
import { databasesOf, type DatabasePart } from './examine-library.ts';
import { watchFolder, type FolderWatch } from './folder-watch.ts';
import { guardWrites } from './guard-writes.ts';
import type { LibraryKeys } from './keys/library-keys.ts';
import { isNetworkPlace } from './network-place.ts';

export interface LibraryDatabases {
  readonly database: LibraryDatabase;
  readonly originals: LibraryDatabase;
  readonly watch: FolderWatch;
  /** From now on each commit asks first (guard-writes.ts). */
  guard(ask: () => void): void;
  /** Brings what is in the log into the file. */
  readonly checkpoint: (part: DatabasePart) => void;
  /** Leaves files of which the place has changed as they are, log and all; safe to call twice. */
  close(): void;
}

/** @throws FailureError `library-damaged`; the file system's and SQLite's errors. */
export function openDatabases(
  folder: string,
  keys: LibraryKeys,
  mode: 'open' | 'read',
): LibraryDatabases {
  // A log needs memory that all openers share, and they may be on different computers there.
  const journal: JournalMode = isNetworkPlace(folder) ? 'journal' : 'log';
  const opened: { connection: LibraryDatabase; keeper: LibraryDatabase | undefined }[] = [];
  let watch: FolderWatch | undefined;

  function close(): void {
    process.off('exit', close);
    const isThere = watch?.isThere() ?? true;
    watch?.stop();
    for (const { connection, keeper } of opened) {
      if (isThere) disconnect(connection, keeper);
      else abandon(connection, keeper);
    }
  }

  // A program that ends without closing: the driver would close the files out of order and remove their logs.
  process.once('exit', close);
  try {
    const [database, originals] = databasesOf(keys).map(({ file, key }) => {
      const connection = connect(join(folder, file), key, mode, journal);
      opened.push({ connection, keeper: connectKeeper(connection, key) });
      return connection;
    });
    if (!database || !originals) throw new Error('A library has two databases');
    watch = watchFolder(
      folder,
      opened.flatMap(({ connection }) => {
        const file = basename(connection.name);
        return usesLog(connection) ? [file, `${file}-wal`] : [file];
      }),
    );
    return {
      database,
      originals,
      watch,
      guard: (ask) => opened.forEach(({ connection }) => guardWrites(connection, ask)),
      checkpoint(part) {
        const connection = part === 'database' ? database : originals;
        if (!connection.readonly) connection.pragma('wal_checkpoint(FULL)');
      },
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}
