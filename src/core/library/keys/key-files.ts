/**
 * `keys.json` and its twin. Each holds all there is; the newest whole one counts and mends the other. Both are written
 * one after the other, so a crash leaves at least one that is whole.
 */
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail } from '../../../shared/failure.ts';
import { replaceFile, syncFolder, UNFINISHED } from '../durable.ts';
import {
  formatKeysFile,
  KEYS_FORMAT_VERSION,
  parseKeysFile,
  type CompleteKeysFile,
  type KeysFile,
  type KeysFileReading,
} from './keys-file.ts';

/** Both lie in the library folder. The first is written first: from then on the new keys count. */
export const KEY_FILES = ['keys.json', 'keys-copy.json'] as const;

/** A whole one has about 600 bytes a slot; anything large is not one and is not read. */
const MOST_BYTES = 64 * 1024;

export interface KeysOnDisk {
  readonly file: KeysFile;
  /** Whether one of the two is missing, damaged, older or of an earlier format, or a write of one was cut short. */
  readonly needsMending: boolean;
}

/** Hears of each step of a write; tests end the process there. */
export type OnStep = (step: string) => void;

type Found = KeysFileReading | { kind: 'missing' } | { kind: 'unreadable'; error: unknown };

/** Whether there is anything of keys, whole or not. */
export function hasKeyFiles(folder: string): boolean {
  return KEY_FILES.some((name) => find(join(folder, name)).kind !== 'missing');
}

/**
 * The keys that count.
 * @throws FailureError `keys-gone`, `library-damaged` (part `keys`), `library-newer`.
 */
export function readKeyFiles(folder: string): KeysOnDisk {
  const found = KEY_FILES.map((name) => find(join(folder, name)));
  const files = found.flatMap((one) => (one.kind === 'valid' ? [one.file] : []));
  const [newest] = files.toSorted((a, b) => b.revision - a.revision);
  if (newest) {
    const whole = found.every((one) => isSame(one, newest));
    return { file: newest, needsMending: !whole || hasUnfinished(folder) };
  }
  for (const one of found) if (one.kind === 'unreadable') throw one.error;
  for (const one of found) {
    if (one.kind === 'newer') {
      throw fail({ kind: 'library-newer', found: one.found, supported: KEYS_FORMAT_VERSION });
    }
  }
  throw found.every(({ kind }) => kind === 'missing')
    ? fail({ kind: 'keys-gone' })
    : fail({ kind: 'library-damaged', part: 'keys' });
}

/** It may have the slot of a passphrase that was never said to count. */
function hasUnfinished(folder: string): boolean {
  return KEY_FILES.some((name) => existsSync(join(folder, name + UNFINISHED)));
}

/**
 * Writes both files. Once the first is there, what it says holds, whatever becomes of the second: an older twin that
 * cannot be replaced is removed, so that a passphrase which opens nothing any more does not stay on the disk.
 */
export function writeKeyFiles(
  folder: string,
  file: CompleteKeysFile,
  onStep: OnStep = () => undefined,
): void {
  const text = formatKeysFile(file);
  // Whoever had the disk may have written a file that is valid and whose next revision is not.
  if (parseKeysFile(text).kind !== 'valid') throw fail({ kind: 'library-damaged', part: 'keys' });
  const [first, twin] = KEY_FILES;
  onStep('keys-before');
  replaceFile(join(folder, first), text);
  onStep('keys-first-written');
  try {
    replaceFile(join(folder, twin), text);
  } catch {
    rmSync(join(folder, twin), { force: true });
    rmSync(join(folder, twin + UNFINISHED), { force: true });
  }
  onStep('keys-both-written');
}

/**
 * Writes what was worked out from the keys on the disk, unless they were changed or erased meanwhile.
 * @throws FailureError `library-busy`, `keys-gone`.
 */
export function replaceKeyFiles(folder: string, next: CompleteKeysFile, onStep?: OnStep): void {
  if (readKeyFiles(folder).file.revision !== next.revision - 1) {
    throw fail({ kind: 'library-busy' });
  }
  writeKeyFiles(folder, next, onStep);
}

/**
 * Makes both files whole and alike, unless they were changed or erased since they were read: a passphrase takes seconds to
 * try. A folder that cannot be written to is left as it is: the library opens anyway.
 */
export function mendKeyFiles(folder: string, file: CompleteKeysFile): void {
  try {
    const { check, revision } = readKeyFiles(folder).file;
    if (check !== null && revision !== file.revision) return;
    if (KEY_FILES.some((name) => isOfAnother(find(join(folder, name)), file))) return;
    for (const name of KEY_FILES) {
      if (!isSame(find(join(folder, name)), file)) {
        replaceFile(join(folder, name), formatKeysFile(file));
      }
      rmSync(join(folder, name + UNFINISHED), { force: true });
    }
  } catch {
    return;
  }
}

/** Also makes the folder itself durable where it lies. */
export function writeFirstKeyFiles(folder: string, file: CompleteKeysFile): void {
  writeKeyFiles(folder, file);
  syncFolder(dirname(folder));
}

function isSame(found: Found, file: KeysFile): boolean {
  return found.kind === 'valid' && isComplete(file) && isComplete(found.file)
    ? formatKeysFile(found.file) === formatKeysFile(file)
    : false;
}

/** Somebody has put the keys of another library here: which are the right ones cannot be told, and none may be lost. */
function isOfAnother(found: Found, { libraryId }: KeysFile): boolean {
  return found.kind === 'valid' && found.file.libraryId !== libraryId;
}

function isComplete(file: KeysFile): file is CompleteKeysFile {
  return file.check !== null;
}

function find(path: string): Found {
  try {
    const size = statSync(path, { throwIfNoEntry: false })?.size;
    if (size === undefined) return { kind: 'missing' };
    return size > MOST_BYTES ? { kind: 'damaged' } : parseKeysFile(readFileSync(path, 'utf8'));
  } catch (error) {
    return isNotThere(error) ? { kind: 'missing' } : { kind: 'unreadable', error };
  }
}

function isNotThere(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'ENOENT' || error.code === 'ENOTDIR')
  );
}
