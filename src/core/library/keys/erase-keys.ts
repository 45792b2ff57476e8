/** Quick erase: without its keys a library is noise, except for whoever has the recovery sheet. */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../../../shared/failure.ts';
import { UNFINISHED, syncFolder } from '../durable.ts';
import { isLibraryFolder } from '../places.ts';
import { KEY_FILES, readKeyFiles } from './key-files.ts';

/**
 * Overwrites and removes everything that wraps the data key. The library should be closed before; it is done all the
 * same while another program holds it. What an SSD keeps of overwritten bytes nobody can promise.
 * @throws FailureError `library-missing`; the first error of the file system, after all files were tried.
 */
export function eraseKeys(folder: string): void {
  if (!isLibraryFolder(folder) && !hasWholeKeys(folder)) throw fail({ kind: 'library-missing' });
  const errors: unknown[] = [];
  for (const name of readdirSync(folder).filter(holdsKeys)) {
    try {
      eraseFile(join(folder, name));
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
  syncFolder(folder);
}

/** A library that has lost its files still has something to lose: copies of them may be elsewhere. */
function hasWholeKeys(folder: string): boolean {
  try {
    readKeyFiles(folder);
    return true;
  } catch {
    return false;
  }
}

function holdsKeys(name: string): boolean {
  return KEY_FILES.some((file) => name === file || name === file + UNFINISHED);
}

/** Removed even when it cannot be overwritten. */
function eraseFile(path: string): void {
  try {
    const handle = openSync(path, 'r+');
    try {
      writeSync(handle, randomBytes(statSync(path).size), 0, undefined, 0);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } finally {
    rmSync(path, { force: true });
  }
}
