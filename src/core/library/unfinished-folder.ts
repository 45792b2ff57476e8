/**
 * A library folder that is being made has another name until it is whole: whoever finds a folder with the ending of a
 * library finds a library. What a crash leaves under the other name is removed when the next one is made.
 */
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fail } from '../../shared/failure.ts';
import { holdExclusive } from './connection.ts';
import { syncFilesIn, syncFolder } from './durable.ts';

/** Empty, and in no library that is whole; held while somebody works on the folder. */
const MARKER = 'unfinished';
const OUR_FILES =
  /^((unfinished|in-use\.lock)(-journal)?|keys[a-z.-]*|(library|originals)\.db(-wal|-shm|-journal)?)$/;
const UNFINISHED_NAME = /\.kartoteka\.[0-9a-f]{12}\.partial$/;

/**
 * Runs `build` on a new empty folder, which is `folder` when that went well and is gone when it did not.
 * @param build leaves no file open.
 * @throws FailureError `library-exists`; what `build` throws.
 */
export async function buildFolder<T>(
  folder: string,
  build: (unfinished: string) => T | Promise<T>,
): Promise<T> {
  if (existsSync(folder)) throw fail({ kind: 'library-exists' });
  const parent = dirname(folder);
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  removeLeftovers(parent);
  const id = randomBytes(6).toString('hex');
  const unfinished = join(parent, `${basename(folder)}.${id}.partial`);
  mkdirSync(unfinished, { mode: 0o700 });
  let release: (() => void) | undefined;
  try {
    writeFileSync(join(unfinished, MARKER), '', { flag: 'wx', mode: 0o600 });
    release = holdExclusive(join(unfinished, MARKER));
    const result = await build(unfinished);
    release();
    syncFilesIn(unfinished);
    if (existsSync(folder)) throw fail({ kind: 'library-exists' });
    renameSync(unfinished, folder);
    rmSync(join(folder, MARKER));
    syncFolder(folder);
    syncFolder(parent);
    return result;
  } catch (error) {
    release?.();
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
}

/** A library that was whole when the program died, and whose marker it did not come to remove. */
export function removeMarker(folder: string): void {
  rmSync(join(folder, MARKER), { force: true });
}

/** Removes folders that a crash left unfinished; nothing that could be anything else, or that somebody works on. */
function removeLeftovers(parent: string): void {
  for (const entry of readdirSync(parent, { withFileTypes: true })) {
    const folder = join(parent, entry.name);
    if (entry.isDirectory() && isLeftover(folder)) rmSync(folder, { recursive: true, force: true });
  }
}

function isLeftover(folder: string): boolean {
  if (!UNFINISHED_NAME.test(basename(folder))) return false;
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    if (entries.length === 0) return true;
    if (lstatSync(join(folder, MARKER)).size > 0) return false;
    holdExclusive(join(folder, MARKER))();
    return entries.every((entry) => entry.isFile() && OUR_FILES.test(entry.name));
  } catch {
    return false;
  }
}
