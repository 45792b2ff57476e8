/** Creating, opening and closing a library folder. */
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../../shared/failure.ts';
import { assertEncrypted, connect, disconnect, type LibraryDatabase } from './connection.ts';
import { createKeys, KEYS_FILE, unlockKeys, type LibraryKeys } from './keys.ts';
import { lockFolder, type FolderLock } from './folder-lock.ts';
import { migrate, schemaVersion } from './migrations/index.ts';
import { openOriginals, type OriginalsStore } from './originals.ts';
import { LIBRARY_FILE } from './places.ts';

const ORIGINALS_FILE = 'originals.db';

/** An unlocked library. The only owner of its connections; `close` is safe to call twice. */
export interface OpenLibrary {
  readonly folder: string;
  readonly id: string;
  readonly name: string;
  readonly database: LibraryDatabase;
  readonly originals: OriginalsStore;
  close(): void;
}

/**
 * Makes a new library folder. What was begun is removed again when a step fails.
 * @param folder absolute path that must not exist yet; should end in `.kartoteka`.
 * @throws FailureError `library-exists`, `folder-not-writable`, `disk-full`.
 */
export async function createLibrary(
  folder: string,
  name: string,
  passphrase: string,
): Promise<OpenLibrary> {
  if (existsSync(folder)) throw fail({ kind: 'library-exists' });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = lockFolder(folder);
  try {
    const keys = await createKeys(folder, passphrase);
    const database = connect(join(folder, LIBRARY_FILE), keys.database, 'create');
    migrate(database);
    database
      .prepare('INSERT INTO library (one, id, name, created_at) VALUES (1, ?, ?, ?)')
      .run(keys.libraryId, name, new Date().toISOString());
    assertEncrypted(join(folder, LIBRARY_FILE));
    const originals = connect(join(folder, ORIGINALS_FILE), keys.originals, 'create');
    // The schema moves out of the log at once: a copy of the folder without the log is a library, too.
    for (const each of [database, originals]) each.pragma('wal_checkpoint(TRUNCATE)');
    return assemble(folder, keys, database, originals, lock);
  } catch (error) {
    lock.release();
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Unlocks a library and brings it to the newest schema.
 * @throws FailureError `library-missing`, `library-in-use`, `wrong-passphrase`, `library-damaged`, `library-newer`.
 */
export async function openLibrary(folder: string, passphrase: string): Promise<OpenLibrary> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw fail({ kind: 'library-missing' });
  }
  // Without its keys the library is lost, not missing: what is left of it must not be taken for an empty place.
  if (!existsSync(join(folder, KEYS_FILE)) && existsSync(join(folder, LIBRARY_FILE))) {
    throw fail({ kind: 'library-damaged', part: 'keys' });
  }
  const keys = await unlockKeys(folder, passphrase);
  for (const [file, part] of [
    [LIBRARY_FILE, 'database'],
    [ORIGINALS_FILE, 'originals'],
  ] as const) {
    if (!existsSync(join(folder, file))) throw fail({ kind: 'library-damaged', part });
  }
  const lock = lockFolder(folder);
  let database: LibraryDatabase | undefined;
  try {
    database = connect(join(folder, LIBRARY_FILE), keys.database, 'open');
    // A library without tables has lost its write-ahead log; migrating would write over what can be saved of it.
    if (schemaVersion(database) === 0) throw fail({ kind: 'library-damaged', part: 'database' });
    migrate(database);
    const originals = connect(join(folder, ORIGINALS_FILE), keys.originals, 'open');
    return assemble(folder, keys, database, originals, lock);
  } catch (error) {
    database?.close();
    keys.forget();
    lock.release();
    throw error;
  }
}

function assemble(
  folder: string,
  keys: LibraryKeys,
  database: LibraryDatabase,
  originalsDatabase: LibraryDatabase,
  lock: FolderLock,
): OpenLibrary {
  const row = database
    .prepare<[], { id: string; name: string }>('SELECT id, name FROM library WHERE one = 1')
    .get();
  if (row?.id !== keys.libraryId) throw fail({ kind: 'library-damaged', part: 'database' });
  const originals = openOriginals(originalsDatabase);
  keys.forget();
  return {
    folder,
    id: row.id,
    name: row.name,
    database,
    originals,
    close() {
      try {
        disconnect(database);
      } finally {
        disconnect(originalsDatabase);
        lock.release();
      }
    },
  };
}
