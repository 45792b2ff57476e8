/**
 * Tells whether a library is still where it was opened. A file that was moved or deleted can be written to as before,
 * and the words would go where nobody finds them; so each commit asks first.
 */
import { closeSync, openSync, statSync, type BigIntStats } from 'node:fs';
import { join } from 'node:path';

export interface FolderWatch {
  /** Whether the same folder and files are at their paths; some ten microseconds. */
  isThere(): boolean;
  stop(): void;
}

/**
 * Remembers a folder and files in it that are there now. The files have to be held open by somebody: a number of a file
 * that nobody holds can be given to another.
 */
export function watchFolder(folder: string, files: readonly string[]): FolderWatch {
  // Windows has no handle for a folder, and does not let a folder with open files be moved.
  const handle = process.platform === 'win32' ? undefined : openSync(folder, 'r');
  const paths = [folder, ...files.map((file) => join(folder, file))];
  const before = paths.map(identify);
  let stopped = false;
  return {
    isThere: () => paths.every((path, index) => isSame(identify(path), before[index])),
    stop() {
      if (handle !== undefined && !stopped) closeSync(handle);
      stopped = true;
    },
  };
}

function identify(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function isSame(now: BigIntStats | undefined, before: BigIntStats | undefined): boolean {
  return now !== undefined && now.ino === before?.ino && now.dev === before.dev;
}
