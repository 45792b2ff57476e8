/**
 * Encrypts a library with a new key, for when the old one may be known: a seized copy of the disk, a lost recovery
 * sheet, a passphrase that was seen while someone had the files.
 *
 * Both files are copied beside the old ones, checked and made durable. Then `keys.json` is replaced by one that holds
 * the new key only: that is the moment it counts. The old files are replaced afterwards, now or at the next open
 * (`settle-files.ts`). Nothing is changed by a crash before that moment, and nothing is missing after it.
 */
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { RecoverySheet } from '../../../shared/domain/keys.ts';
import { fail } from '../../../shared/failure.ts';
import { connect, disconnect } from '../connection.ts';
import { syncFile, syncFolder } from '../durable.ts';
import type { ArgonCost } from '../keys/argon-cost.ts';
import { calibrateCost } from '../keys/calibrate.ts';
import { readKeyFiles, replaceKeyFiles, type OnStep } from '../keys/key-files.ts';
import { wrapKey } from '../keys/key-slot.ts';
import type { CompleteKeysFile } from '../keys/keys-file.ts';
import { checkOfKey, keysOf, newDataKey, type LibraryKeys } from '../keys/library-keys.ts';
import { withPassphrase, type Passphrase } from '../keys/passphrase.ts';
import { noteNewKey, recoverySheetOf } from '../keys/recovery-sheet.ts';
import { withDataKey, type KeysAtHand } from '../keys/with-data-key.ts';
import type { OpenLibrary } from '../open-library.ts';
import { openOriginals } from '../originals.ts';
import { LIBRARY_FILE, ORIGINALS_FILE } from '../places.ts';
import { keepKeySlots } from '../queries/key-slot.ts';
import { changeSettings } from '../settings.ts';
import { bytesToCopy, copyOriginals } from './copy-originals.ts';
import { copyLibrary } from './copy-library.ts';
import { freeBytes, requireSpace } from './required-space.ts';
import { PART, removeCopies, settleFiles, WHOLE } from './settle-files.ts';

export interface ReencryptOptions {
  /** Of the new key slot; found out for this machine when it is not given. */
  readonly cost?: ArgonCost;
  /** Hears how much of the work is done, both in bytes. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly onStep?: OnStep;
  /** Replaced in tests: a full disk is hard to come by. */
  readonly free?: (folder: string) => number;
}

/**
 * Ends with a closed library that only `passphrase` opens; all other passphrases and the old recovery sheet open
 * nothing any more. When it fails, the library is open and as it was.
 * @returns the new recovery sheet.
 * @throws FailureError `wrong-passphrase`, `not-enough-space`, `library-busy`, `disk-full`.
 */
export async function reencryptLibrary(
  library: OpenLibrary,
  passphrase: Passphrase,
  options: ReencryptOptions = {},
): Promise<RecoverySheet> {
  if (library.state() !== 'open' || library.database.inTransaction) {
    throw fail({ kind: 'library-busy' });
  }
  library.access.assertWritable();
  const thaw = library.access.freeze();
  try {
    return await withDataKey(library.folder, passphrase, (old) =>
      exchangeKey(library, passphrase, old, options),
    );
  } finally {
    thaw();
  }
}

async function exchangeKey(
  library: OpenLibrary,
  passphrase: Passphrase,
  old: KeysAtHand,
  options: ReencryptOptions,
): Promise<RecoverySheet> {
  const { free = freeBytes, onStep = () => undefined } = options;
  requireSpace(library.folder, free);
  const cost = options.cost ?? (await calibrateCost());
  const oldKeys = keysOf(library.id, old.dataKey);
  const newKeys = keysOf(library.id, newDataKey());
  try {
    const slot = await withPassphrase(passphrase, (bytes) =>
      wrapKey(newKeys.database, bytes, { libraryId: library.id, id: old.slotId, cost }),
    );
    const sheet = await makeCopies(library, oldKeys, newKeys, old, options);
    // Whoever closed the library meanwhile has given it away; the next open removes the copies.
    if (library.state() !== 'frozen') throw fail({ kind: 'cancelled' });
    const check = checkOfKey(library.id, newKeys.database);
    commit(library, { ...old.file, check, slots: [slot] }, onStep);
    finish(library, newKeys, onStep);
    return sheet;
  } finally {
    oldKeys.forget();
    newKeys.forget();
  }
}

async function makeCopies(...all: Parameters<typeof copyBoth>): Promise<RecoverySheet> {
  const [library] = all;
  try {
    return await copyBoth(...all);
  } catch (error) {
    if (library.state() !== 'closed') removeCopies(library.folder);
    throw error;
  }
}

async function copyBoth(
  library: OpenLibrary,
  oldKeys: LibraryKeys,
  newKeys: LibraryKeys,
  { slotId }: KeysAtHand,
  { onProgress = () => undefined, onStep = () => undefined }: ReencryptOptions,
): Promise<RecoverySheet> {
  const { folder, database, originals } = library;
  removeCopies(folder);
  onStep('begun');
  const libraryBytes = Number(
    database
      .prepare('SELECT page_count * page_size FROM pragma_page_count, pragma_page_size')
      .pluck()
      .get(),
  );
  const total = libraryBytes + bytesToCopy(originals.database);
  onProgress(0, total);
  const sheet = copyLibrary(
    database,
    oldKeys,
    join(folder, LIBRARY_FILE + PART),
    newKeys,
    (copy) => {
      noteNewKey(copy, new Date().toISOString());
      changeSettings(copy, { recoverySheetConfirmed: null });
      keepKeySlots(copy, [slotId]);
      return recoverySheetOf(copy, newKeys);
    },
  );
  let done = libraryBytes;
  onProgress(done, total);
  onStep('library-copied');

  const copy = connect(join(folder, ORIGINALS_FILE + PART), newKeys.originals, 'create');
  try {
    openOriginals(copy);
    onStep('originals-begun');
    await copyOriginals(originals.database, copy, (bytes) => onProgress((done += bytes), total));
  } finally {
    disconnect(copy);
  }
  onStep('originals-copied');
  for (const file of [LIBRARY_FILE, ORIGINALS_FILE]) {
    requireTidy(join(folder, file + PART));
    syncFile(join(folder, file + PART));
    renameSync(join(folder, file + PART), join(folder, file + WHOLE));
    onStep(`${file}-whole`);
  }
  syncFolder(folder);
  return sheet;
}

/** A full disk can keep the log from moving into its file; without its log the file lacks rows. */
function requireTidy(path: string): void {
  if (existsSync(`${path}-wal`)) throw fail({ kind: 'disk-full' });
}

/**
 * From here on only the new key counts. When the keys cannot be written, the old ones count as before; when nobody can
 * say which do, the library is closed with everything in place, and the next open finds out.
 */
function commit(library: OpenLibrary, file: CompleteKeysFile, onStep: OnStep): void {
  const { folder } = library;
  try {
    replaceKeyFiles(folder, file, onStep);
  } catch (error) {
    const counts = checkOnDisk(folder);
    if (counts === file.check) return;
    if (counts === undefined) library.close();
    else removeCopies(folder);
    throw error;
  }
}

function checkOnDisk(folder: string): string | null | undefined {
  try {
    return readKeyFiles(folder).file.check;
  } catch {
    return undefined;
  }
}

/** What cannot be done now is done at the next open. */
function finish(library: OpenLibrary, newKeys: LibraryKeys, onStep: OnStep): void {
  try {
    library.close(() => {
      onStep('closed');
      settleFiles(library.folder, newKeys, onStep);
    });
  } catch {
    return;
  }
}
