/** An unlocked library: its two databases, held for this process alone. */
import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../../shared/failure.ts';
import type { LibraryDatabase } from './connection.ts';
import { examineLibrary, type DatabasePart } from './examine-library.ts';
import { lockFolder, lockForReading, type FolderLock } from './folder-lock.ts';
import { keysOf, type LibraryKeys } from './keys/library-keys.ts';
import type { UnlockedKeys } from './keys/unlock-keys.ts';
import { createLibraryAccess, type LibraryAccess } from './library-access.ts';
import { migrate } from './migrations/index.ts';
import { openDatabases, type LibraryDatabases } from './open-databases.ts';
import { openOriginals, type OriginalsStore } from './originals.ts';
import { createPageCheck, type StoredPages } from './page-check.ts';
import { LIBRARY_FILE, ORIGINALS_FILE } from './places.ts';
import { purgeTraces, QUICKLY_PURGED_BYTES, type TracedFiles } from './traces.ts';
import { removeMarker } from './unfinished-folder.ts';

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
  /** What can be done with it now. */
  readonly access: LibraryAccess;
  /** Until it is closed; SQLite has them in its memory as long. */
  readonly keys: LibraryKeys;
  state(): LibraryState;
  /** Looks for damage, about so many milliseconds long; what it finds is in `access`. */
  checkPages(budgetMs: number): void;
  /** For copying the files while they are open. @throws FailureError `library-locked` when it is closed. */
  storedPages(part: DatabasePart): StoredPages;
  /** @param beforeRelease runs when the files are closed and the folder is still ours */
  close(beforeRelease?: () => void): void;
}

/** The hold on a folder, and whether anything can be written in it. */
export interface HeldFolder {
  readonly folder: string;
  readonly writable: boolean;
  readonly lock: FolderLock;
}

/** @throws FailureError `library-in-use`. */
export function holdFolder(folder: string): HeldFolder {
  const writable = isWritable(folder);
  return { folder, writable, lock: writable ? lockFolder(folder) : lockForReading(folder) };
}

/**
 * Opens the files of a library whose folder is held, and brings them to the newest schema; for reading only where nothing
 * can be written, and when a file is damaged in places. On failure nothing is changed, and nothing stays open but the lock.
 * @param unlocked stays with the caller
 * @throws FailureError `library-damaged`, `library-newer`, `library-not-closed`, `library-older`.
 */
export function openFiles(
  { folder, writable, lock }: HeldFolder,
  { keys: { libraryId, database: dataKey }, slotId }: UnlockedKeys,
): OpenLibrary {
  const keys = keysOf(libraryId, Buffer.from(dataKey));
  const undo = [(): void => keys.forget()];
  const undoAll = (): void =>
    undo
      .splice(0)
      .toReversed()
      .forEach((step) => step());
  try {
    const { damaged, closed, older } = examineLibrary(folder, keys);
    const forReading = !writable || damaged.length > 0;
    if (forReading && (!closed || older)) {
      if (damaged[0]) throw fail({ kind: 'library-damaged', part: damaged[0] });
      throw fail({ kind: closed ? 'library-older' : 'library-not-closed' });
    }
    if (!forReading) removeMarker(folder);
    const databases = openDatabases(folder, keys, forReading ? 'read' : 'open');
    const check = createPageCheck(folder, keys, databases.checkpoint);
    undo.push(
      () => check.close(),
      () => databases.close(),
    );
    const access = createLibraryAccess(databases.watch, { forReading: !writable, damaged });
    const { id, name, originals } = readLibrary(databases, keys, access);
    const { database } = databases;
    return {
      folder,
      id,
      name,
      slotId,
      database,
      originals,
      access,
      keys,
      state() {
        if (!database.open) return 'closed';
        return access.frozen ? 'frozen' : 'open';
      },
      checkPages(budgetMs) {
        const part = databases.watch.isThere() ? check.step(budgetMs) : undefined;
        if (part) access.noteDamage(part);
      },
      storedPages: (part) => check.pages(part),
      close(beforeRelease) {
        const isOpen = database.open;
        try {
          if (isOpen && !access.frozen && !access.readOnly) {
            purgeBeforeClosing({ database, originals });
          }
          undoAll();
          if (isOpen) beforeRelease?.();
        } finally {
          lock.release();
        }
      },
    };
  } catch (error) {
    undoAll();
    throw error;
  }
}

function readLibrary(
  databases: LibraryDatabases,
  { libraryId }: LibraryKeys,
  access: LibraryAccess,
): Pick<OpenLibrary, 'id' | 'name' | 'originals'> {
  const { database } = databases;
  if (!access.readOnly) migrate(database);
  const row = database
    .prepare<[], { id: string; name: string }>('SELECT id, name FROM library WHERE one = 1')
    .get();
  if (row?.id !== libraryId) throw fail({ kind: 'library-damaged', part: 'database' });
  databases.guard(() => access.assertWritable());
  return { ...row, originals: openOriginals(databases.originals) };
}

/** The lock file, the log and the files themselves have to be written to. */
function isWritable(folder: string): boolean {
  const files = [LIBRARY_FILE, ORIGINALS_FILE].map((file) => join(folder, file));
  try {
    for (const path of [folder, ...files.filter((file) => existsSync(file))]) {
      accessSync(path, constants.W_OK);
    }
    return true;
  } catch {
    return false;
  }
}

function purgeBeforeClosing(files: TracedFiles): void {
  try {
    purgeTraces(files, QUICKLY_PURGED_BYTES);
  } catch {
    // A full or failing disk: what is due stands in the library.
  }
}
