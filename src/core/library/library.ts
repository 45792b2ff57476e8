/** Creating and opening a library folder. */
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RecoverySheet } from '../../shared/domain/keys.ts';
import { fail } from '../../shared/failure.ts';
import { assertEncrypted, connect } from './connection.ts';
import { lockFolder } from './folder-lock.ts';
import type { ArgonCost } from './keys/argon-cost.ts';
import { calibrateCost } from './keys/calibrate.ts';
import { hasKeyFiles, readKeyFiles } from './keys/key-files.ts';
import { requireStrong, type Passphrase } from './keys/passphrase.ts';
import { recoverySheetOf } from './keys/recovery-sheet.ts';
import { createKeys, unlockKeys } from './keys/unlock-keys.ts';
import { migrate } from './migrations/index.ts';
import { assemble, openFiles, type OpenLibrary } from './open-library.ts';
import { isLibraryFolder, LIBRARY_FILE, ORIGINALS_FILE } from './places.ts';
import { putKeySlot } from './queries/key-slot.ts';
import { settleFiles } from './reencrypt/settle-files.ts';

export type { OpenLibrary } from './open-library.ts';

/** A new library and the sheet that opens it when the passphrase is forgotten: shown now and not stored. */
export interface CreatedLibrary {
  readonly library: OpenLibrary;
  readonly sheet: RecoverySheet;
}

/**
 * Makes a new library folder. What was begun is removed again when a step fails.
 * @param folder absolute path that must not exist yet; should end in `.kartoteka`.
 * @param cost of guessing the passphrase; found out for this machine when it is not given
 * @throws FailureError `library-exists`, `passphrase-too-weak`, `folder-not-writable`, `disk-full`.
 */
export async function createLibrary(
  folder: string,
  name: string,
  passphrase: Passphrase,
  cost?: ArgonCost,
): Promise<CreatedLibrary> {
  if (existsSync(folder)) throw fail({ kind: 'library-exists' });
  await requireStrong(passphrase, [name]);
  const chosen = cost ?? (await calibrateCost());
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = lockFolder(folder);
  try {
    const unlocked = await createKeys(folder, passphrase, chosen);
    const { keys, slotId } = unlocked;
    const createdAt = new Date().toISOString();
    const database = connect(join(folder, LIBRARY_FILE), keys.database, 'create');
    migrate(database);
    database
      .prepare('INSERT INTO library (one, id, name, created_at) VALUES (1, ?, ?, ?)')
      .run(keys.libraryId, name, createdAt);
    putKeySlot(database, { id: slotId, name: '', createdAt });
    assertEncrypted(join(folder, LIBRARY_FILE));
    const originals = connect(join(folder, ORIGINALS_FILE), keys.originals, 'create');
    const library = assemble(folder, unlocked, database, originals, lock);
    // The schema moves out of the log at once: a copy of the folder without the log is a library, too.
    for (const each of [database, originals]) each.pragma('wal_checkpoint(TRUNCATE)');
    const sheet = recoverySheetOf(database, keys);
    keys.forget();
    return { library, sheet };
  } catch (error) {
    lock.release();
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Unlocks a library and brings it to the newest schema. Work that a crash cut short is finished first.
 * @throws FailureError `library-missing`, `library-in-use`, `wrong-passphrase`, `keys-gone`, `library-damaged`,
 *   `library-newer`.
 */
export async function openLibrary(folder: string, passphrase: Passphrase): Promise<OpenLibrary> {
  requireLibraryFolder(folder);
  readKeyFiles(folder);
  requireFiles(folder);
  const lock = lockFolder(folder);
  try {
    const unlocked = await unlockKeys(folder, passphrase);
    try {
      settleFiles(folder, unlocked.keys);
      return openFiles(folder, unlocked, lock);
    } finally {
      unlocked.keys.forget();
    }
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** @throws FailureError `library-missing` when there is neither a key nor a database. */
export function requireLibraryFolder(folder: string): void {
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (!isFolder || (!isLibraryFolder(folder) && !hasKeyFiles(folder))) {
    throw fail({ kind: 'library-missing' });
  }
}

/** @throws FailureError `library-damaged`: what is left of a library must not be taken for an empty place. */
export function requireFiles(folder: string): void {
  for (const [file, part] of [
    [LIBRARY_FILE, 'database'],
    [ORIGINALS_FILE, 'originals'],
  ] as const) {
    if (!existsSync(join(folder, file))) throw fail({ kind: 'library-damaged', part });
  }
}
