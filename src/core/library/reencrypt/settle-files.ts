/**
 * Ends an encryption with a new key that was cut short. Which key counts is said by `keys.json`; a file that opens with
 * it is the right one, so nothing else has to be remembered. Copies are called `….part` until they are whole, checked
 * and durable, and `….new` from then on.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '../durable.ts';
import { opensWith } from '../files/database-file.ts';
import type { LibraryKeys } from '../keys/library-keys.ts';
import { LIBRARY_FILE, ORIGINALS_FILE } from '../places.ts';

export const PART = '.part';
export const WHOLE = '.new';
/** What SQLite puts beside a database. */
const SIDE_FILES = ['-wal', '-shm', '-journal'];

/** The folder must be locked. @param onStep hears of each replaced file */
export function settleFiles(
  folder: string,
  keys: Pick<LibraryKeys, 'database' | 'originals'>,
  onStep: (step: string) => void = () => undefined,
): void {
  for (const [file, key] of [
    [LIBRARY_FILE, keys.database],
    [ORIGINALS_FILE, keys.originals],
  ] as const) {
    const path = join(folder, file);
    removeDatabase(path + PART);
    if (!existsSync(path + WHOLE)) continue;
    if (opensWith(path, key)) {
      removeDatabase(path + WHOLE);
    } else if (opensWith(path + WHOLE, key)) {
      // A log that belongs to the old file must never lie beside the new one.
      removeSideFiles(path);
      renameSync(path + WHOLE, path);
      syncFolder(folder);
      onStep(`${file}-replaced`);
    }
  }
}

/** Removes the copies of an encryption that failed before its new key counted. */
export function removeCopies(folder: string): void {
  for (const file of [LIBRARY_FILE, ORIGINALS_FILE]) {
    removeDatabase(join(folder, file + PART));
    removeDatabase(join(folder, file + WHOLE));
  }
}

/** What cannot be removed does no harm. */
function removeDatabase(path: string): void {
  try {
    rmSync(path, { force: true });
    removeSideFiles(path);
  } catch {
    return;
  }
}

function removeSideFiles(path: string): void {
  for (const ending of SIDE_FILES) rmSync(path + ending, { force: true });
}
