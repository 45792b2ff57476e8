/** Keeps a second program instance out of a library folder. */
import { join } from 'node:path';
import { holdExclusive } from './connection.ts';

export interface FolderLock {
  release(): void;
}

/** @throws FailureError `library-in-use` when another process holds the library. */
export function lockFolder(folder: string): FolderLock {
  return { release: holdExclusive(join(folder, 'in-use.lock')) };
}
