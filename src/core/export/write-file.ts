/** Writing a file that is either wholly there or not at all. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isLibraryFolder } from '../library/places.ts';
import { fail } from '../../shared/failure.ts';

/** Names what a crash left, in clear and not hidden. Of the name of the file so much that the sum is never too long (UTF-16). */
const UNFINISHED = '.unfinished-export';
const MOST_OF_NAME = 60;

/**
 * Writes beside it (mode 0600), then renames over `file`. What a crash left of an earlier write of the same file is removed.
 * @throws FailureError `export-not-written`; the unfinished file is removed then. So it is in the folder of a library, where
 *   it would replace the library's own files, or a recovery sheet would lie beside what it opens.
 */
export function writeWhole(file: string, content: string | Uint8Array): void {
  if (isLibraryFolder(dirname(file))) throw fail({ kind: 'export-not-written' });
  const name = basename(file).slice(0, MOST_OF_NAME).toWellFormed();
  const unfinished = join(dirname(file), name + UNFINISHED);
  try {
    rmSync(unfinished, { force: true });
    const handle = openSync(unfinished, 'wx', 0o600);
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      for (let written = 0; written < bytes.length;) {
        written += writeSync(handle, bytes, written);
      }
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(unfinished, file);
  } catch {
    rmSync(unfinished, { force: true });
    throw fail({ kind: 'export-not-written' });
  }
}
