/** Creating and opening a library folder. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RecoverySheet } from '../../shared/domain/keys.ts';
import { fail } from '../../shared/failure.ts';
import { connect, disconnect } from './connection.ts';
import type { ArgonCost } from './keys/argon-cost.ts';
import { calibrateCost } from './keys/calibrate.ts';
import { hasKeyFiles, readKeyFiles } from './keys/key-files.ts';
import { requireStrong, type Passphrase } from './keys/passphrase.ts';
import { recoverySheetOf } from './keys/recovery-sheet.ts';
import { createKeys, unlockKeys, type UnlockedKeys } from './keys/unlock-keys.ts';
import { migrate } from './migrations/index.ts';
import { holdFolder, openFiles, type OpenLibrary } from './open-library.ts';
import { openOriginals } from './originals.ts';
import { isLibraryFolder, LIBRARY_FILE, ORIGINALS_FILE } from './places.ts';
import { putKeySlot } from './queries/key-slot.ts';
import { settleFiles } from './reencrypt/settle-files.ts';
import { buildFolder } from './unfinished-folder.ts';

export type { OpenLibrary } from './open-library.ts';

/** A new library and the sheet that opens it when the passphrase is forgotten: shown now and not stored. */
export interface CreatedLibrary {
  readonly library: OpenLibrary;
  readonly sheet: RecoverySheet;
}

/**
 * Makes a new library folder. It gets its name when it is whole; nothing is left when a step fails.
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
  const unlocked = await buildFolder(folder, async (unfinished) => {
    const made = await createKeys(unfinished, passphrase, chosen);
    makeDatabases(unfinished, made, name);
    return made;
  });
  const held = holdFolder(realpathSync(folder));
  try {
    const library = openFiles(held, unlocked);
    return { library, sheet: recoverySheetOf(library.database, unlocked.keys) };
  } catch (error) {
    held.lock.release();
    throw error;
  } finally {
    unlocked.keys.forget();
  }
}

/** The tables of a new library and the row about itself. */
export function makeDatabases(folder: string, { keys, slotId }: UnlockedKeys, name: string): void {
  const createdAt = new Date().toISOString();
  const database = connect(join(folder, LIBRARY_FILE), keys.database, 'create');
  const originals = connect(join(folder, ORIGINALS_FILE), keys.originals, 'create');
  try {
    migrate(database);
    database
      .prepare('INSERT INTO library (one, id, name, created_at) VALUES (1, ?, ?, ?)')
      .run(keys.libraryId, name, createdAt);
    putKeySlot(database, { id: slotId, name: '', createdAt });
    openOriginals(originals);
  } finally {
    disconnect(database);
    disconnect(originals);
  }
}

/**
 * Unlocks a library and brings it to the newest schema. Work that a crash cut short is finished first.
 * @throws FailureError `library-missing`, `library-in-use`, `wrong-passphrase`, `keys-gone`, and what `openFiles` throws.
 */
export async function openLibrary(folder: string, passphrase: Passphrase): Promise<OpenLibrary> {
  requireLibraryFolder(folder);
  const place = realpathSync(folder);
  readKeyFiles(place);
  requireFiles(place);
  const held = holdFolder(place);
  try {
    const unlocked = await unlockKeys(place, passphrase);
    try {
      if (held.writable) settleFiles(place, unlocked.keys);
      return openFiles(held, unlocked);
    } finally {
      unlocked.keys.forget();
    }
  } catch (error) {
    held.lock.release();
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
