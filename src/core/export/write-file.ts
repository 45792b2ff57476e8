/** Writing a file that is either wholly there or not at all. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fail } from '../../shared/failure.ts';

/**
 * Writes to a temporary name in the same folder (mode 0600), then renames over `file`.
 * @throws FailureError `export-not-written`; the temporary file is removed then.
 */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const temporary = join(dirname(file), `.${randomBytes(6).toString('hex')}.part`);
  try {
    const handle = openSync(temporary, 'wx', 0o600);
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      for (let written = 0; written < bytes.length;) {
        written += writeSync(handle, bytes, written);
      }
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } catch {
    rmSync(temporary, { force: true });
    throw fail({ kind: 'export-not-written' });
  }
}
