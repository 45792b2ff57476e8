/** Whether the disk has room for the new files beside the old ones. */
import { statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../../../shared/failure.ts';
import { LIBRARY_FILE, ORIGINALS_FILE } from '../places.ts';

/** Journals of the copies, key files, and what others write meanwhile. */
const RESERVE_BYTES = 64 * 1024 * 1024;

/** Bytes that are free for this user on the disk of a folder. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** @throws FailureError `not-enough-space`. */
export function requireSpace(folder: string, free: (folder: string) => number): void {
  const neededBytes =
    // While the key of its copy is changed, the old pages of the copy lie in a journal.
    2 * sizeOf(folder, LIBRARY_FILE) + sizeOf(folder, ORIGINALS_FILE) + RESERVE_BYTES;
  if (free(folder) < neededBytes) throw fail({ kind: 'not-enough-space', neededBytes });
}

function sizeOf(folder: string, file: string): number {
  return [file, `${file}-wal`]
    .map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0);
}
