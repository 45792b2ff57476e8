/** Opening a library with its recovery sheet, when the passphrase is forgotten or the keys are gone. */
import { timingSafeEqual } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fail, FailureError } from '../../shared/failure.ts';
import { readRecoveryKey } from '../../shared/recovery/read-recovery-key.ts';
import { connect, disconnect } from './connection.ts';
import { examineFile } from './examine-library.ts';
import { opensWith } from './files/database-file.ts';
import type { ArgonCost } from './keys/argon-cost.ts';
import { calibrateCost } from './keys/calibrate.ts';
import { readKeyFiles, writeKeyFiles } from './keys/key-files.ts';
import type { KeysFile } from './keys/keys-file.ts';
import { newSlotId, wrapKey } from './keys/key-slot.ts';
import { checkOfKey, keysOf, type LibraryKeys } from './keys/library-keys.ts';
import { requireStrong, withPassphrase, type Passphrase } from './keys/passphrase.ts';
import { requireFiles, requireLibraryFolder } from './library.ts';
import { holdFolder, openFiles, type HeldFolder, type OpenLibrary } from './open-library.ts';
import { LIBRARY_FILE, placeAt } from './places.ts';
import { keepKeySlots, putKeySlot } from './queries/key-slot.ts';
import { settleFiles, WHOLE } from './reencrypt/settle-files.ts';

/**
 * Opens the library and makes `newPassphrase` the only one that opens it from now on. `keys.json` may be there,
 * damaged or gone. The recovery key stays the same.
 * @param recoveryKey as it was typed from the sheet
 * @throws FailureError `recovery-key-mistyped`, `wrong-recovery-key`, `passphrase-too-weak`, `library-missing`,
 *   `library-in-use`, `library-damaged`, `library-newer`.
 */
export async function openWithRecoveryKey(
  folder: string,
  recoveryKey: string,
  newPassphrase: Passphrase,
  cost?: ArgonCost,
): Promise<OpenLibrary> {
  requireLibraryFolder(folder);
  const { key, problems } = readRecoveryKey(recoveryKey);
  if (!key) throw fail({ kind: 'recovery-key-mistyped', problem: problems[0] ?? null });
  const dataKey = Buffer.from(key.buffer);
  try {
    await requireStrong(newPassphrase, [placeAt(folder).folderName]);
    requireFiles(folder);
    const held = holdFolder(realpathSync(folder));
    try {
      if (!held.writable) throw fail({ kind: 'folder-not-writable' });
      return await open(held, dataKey, newPassphrase, cost);
    } catch (error) {
      held.lock.release();
      throw error;
    }
  } finally {
    dataKey.fill(0);
  }
}

async function open(
  held: HeldFolder,
  dataKey: Buffer,
  newPassphrase: Passphrase,
  cost: ArgonCost | undefined,
): Promise<OpenLibrary> {
  const { folder } = held;
  const before = keysOnDisk(folder);
  const keys = identify(folder, dataKey, before);
  const { libraryId } = keys;
  const slotId = newSlotId();
  settleFiles(folder, keys);
  const library = openFiles(held, { keys, slotId });
  try {
    const chosen = cost ?? (await calibrateCost());
    const slot = await withPassphrase(newPassphrase, (bytes) =>
      wrapKey(dataKey, bytes, { libraryId, id: slotId, cost: chosen }),
    );
    writeKeyFiles(folder, {
      libraryId,
      // At the end of the numbers, where only somebody else can have put it, they begin anew: both files are replaced.
      revision: Number.isSafeInteger((before?.revision ?? 0) + 1) ? (before?.revision ?? 0) + 1 : 1,
      check: checkOfKey(libraryId, dataKey),
      slots: [slot],
    });
    if (!library.access.readOnly) {
      keepKeySlots(library.database, []);
      putKeySlot(library.database, { id: slotId, name: '', createdAt: new Date().toISOString() });
    }
    return library;
  } catch (error) {
    library.close();
    throw error;
  } finally {
    keys.forget();
  }
}

/** What the key files say, if anything can be made of them. @throws FailureError `library-newer`. */
function keysOnDisk(folder: string): KeysFile | undefined {
  try {
    return readKeyFiles(folder).file;
  } catch (error) {
    const kind = error instanceof FailureError ? error.failure.kind : undefined;
    if (kind === 'keys-gone' || kind === 'library-damaged') return undefined;
    throw error;
  }
}

/** Finds out whether the key is that of this library, and the id of the library, on which the other key depends. */
function identify(folder: string, dataKey: Buffer, onDisk: KeysFile | undefined): LibraryKeys {
  if (onDisk && onDisk.check !== null) {
    const { libraryId } = onDisk;
    const expected = Buffer.from(onDisk.check, 'base64');
    const found = Buffer.from(checkOfKey(libraryId, dataKey), 'base64');
    if (timingSafeEqual(expected, found)) return keysOf(libraryId, dataKey);
    // An encryption with a new key was cut short: the old one, which opens the old files, is not to count again.
    if (existsSync(join(folder, LIBRARY_FILE + WHOLE))) throw fail({ kind: 'wrong-recovery-key' });
    // The keys may be those of another library; what is encrypted cannot be mistaken.
  }
  const path = join(folder, LIBRARY_FILE);
  const file = [path, path + WHOLE].find((candidate) => opensWith(candidate, dataKey));
  if (file === undefined) throw fail({ kind: 'wrong-recovery-key' });
  // Before SQLite looks at it: what it would mend wrongly is found now, and stays as it is.
  examineFile(file, 'database', dataKey);
  const database = connect(file, dataKey, 'open');
  try {
    const id = database.prepare<[], string>('SELECT id FROM library WHERE one = 1').pluck().get();
    if (id === undefined) throw fail({ kind: 'library-damaged', part: 'database' });
    return keysOf(id, dataKey);
  } finally {
    disconnect(database);
  }
}
