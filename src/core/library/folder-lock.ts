/** Keeps a second program instance out of a library folder. */
import { join } from 'node:path';
import { holdExclusive, holdShared } from './connection.ts';

export interface FolderLock {
  release(): void;
}

/** @throws FailureError `library-in-use` when another process holds the library. */
export function lockFolder(folder: string): FolderLock {
  return { release: holdExclusive(join(folder, 'in-use.lock')) };
}

/** For reading only; needs no right to write. @throws FailureError `library-in-use` when another process may change it. */
export function lockForReading(folder: string): FolderLock {
  return { release: holdShared(join(folder, 'in-use.lock')) };
}
