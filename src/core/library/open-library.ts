/** An unlocked library: its two databases, held for this process alone. */
import { join } from 'node:path';
import { fail } from '../../shared/failure.ts';
import { connect, disconnect, type LibraryDatabase } from './connection.ts';
import type { FolderLock } from './folder-lock.ts';
import type { UnlockedKeys } from './keys/unlock-keys.ts';
import { migrate, schemaVersion } from './migrations/index.ts';
import { openOriginals, type OriginalsStore } from './originals.ts';
import { LIBRARY_FILE, ORIGINALS_FILE } from './places.ts';
import { purgeTraces, QUICKLY_PURGED_BYTES, type TracedFiles } from './traces.ts';

/** `frozen`: it can be read, and every write is refused. */
export type LibraryState = 'open' | 'frozen' | 'closed';

/** The only owner of its connections; `close` is safe to call twice. */
export interface OpenLibrary {
  readonly folder: string;
  readonly id: string;
  readonly name: string;
  /** The key slot it was opened with. */
  readonly slotId: string;
  readonly database: LibraryDatabase;
  readonly originals: OriginalsStore;
  state(): LibraryState;
  /** Refuses every write until the answered function is called. */
  freeze(): () => void;
  /** @param beforeRelease runs when the files are closed and the folder is still ours */
  close(beforeRelease?: () => void): void;
}

/**
 * Opens the files of a library whose folder is locked, and brings them to the newest schema. On failure nothing stays
 * open but the lock.
 * @throws FailureError `library-damaged`, `library-newer`.
 */
export function openFiles(folder: string, unlocked: UnlockedKeys, lock: FolderLock): OpenLibrary {
  const { keys } = unlocked;
  const opened: LibraryDatabase[] = [];
  try {
    const database = connect(join(folder, LIBRARY_FILE), keys.database, 'open');
    opened.push(database);
    // A library without tables has lost its write-ahead log; migrating would write over what can be saved of it.
    if (schemaVersion(database) === 0) throw fail({ kind: 'library-damaged', part: 'database' });
    migrate(database);
    const originals = connect(join(folder, ORIGINALS_FILE), keys.originals, 'open');
    opened.push(originals);
    return assemble(folder, unlocked, database, originals, lock);
  } catch (error) {
    for (const database of opened) database.close();
    throw error;
  }
}

/** The library of two open databases. */
export function assemble(
  folder: string,
  { keys, slotId }: UnlockedKeys,
  database: LibraryDatabase,
  originalsDatabase: LibraryDatabase,
  lock: FolderLock,
): OpenLibrary {
  const row = database
    .prepare<[], { id: string; name: string }>('SELECT id, name FROM library WHERE one = 1')
    .get();
  if (row?.id !== keys.libraryId) throw fail({ kind: 'library-damaged', part: 'database' });
  const originals = openOriginals(originalsDatabase);
  const both = [database, originalsDatabase];
  let frozen = false;
  const setFrozen = (wanted: boolean): void => {
    frozen = wanted;
    for (const each of both) if (each.open) each.pragma(`query_only=${wanted ? 'ON' : 'OFF'}`);
  };
  return {
    folder,
    id: row.id,
    name: row.name,
    slotId,
    database,
    originals,
    state() {
      if (!database.open) return 'closed';
      return frozen ? 'frozen' : 'open';
    },
    freeze() {
      setFrozen(true);
      return () => setFrozen(false);
    },
    close(beforeRelease) {
      try {
        try {
          if (database.open && !frozen) purgeBeforeClosing({ database, originals });
          disconnect(database);
        } finally {
          disconnect(originalsDatabase);
        }
        beforeRelease?.();
      } finally {
        lock.release();
      }
    },
  };
}

function purgeBeforeClosing(files: TracedFiles): void {
  try {
    purgeTraces(files, QUICKLY_PURGED_BYTES);
  } catch {
    // A full or failing disk: what is due stands in the library.
  }
}
