/**
 * Copies one database of an open library page by page and reads the copy back, in small steps: the library is worked with
 * meanwhile. Every page is checked against its seal, here and there. Why not VACUUM INTO: docs/decisions/.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { fail, failureOf } from '../../../shared/failure.ts';
import { connect, disconnect, type LibraryDatabase } from '../connection.ts';
import type { DatabasePart } from '../examine-library.ts';
import { createPageSeals, PAGE_BYTES, SALT_BYTES, type PageSeals } from '../files/page-cipher.ts';
import type { StoredPages } from '../page-check.ts';
import { holdStill } from './hold-still.ts';

/** 256 KiB take about a millisecond to check. */
const PAGES_AT_ONCE = 64;
/** How much the system may keep in memory before it has to be on the disk, so that the progress is true (pages). */
const PAGES_BEFORE_SYNC = 8192;

export interface CopiedFile {
  readonly part: DatabasePart;
  readonly database: LibraryDatabase;
  readonly pages: StoredPages;
  readonly key: Uint8Array;
  /** Path of the copy; must not exist yet. */
  readonly to: string;
}

/**
 * @param onPages hears how many more pages were copied or read back; throws to stop.
 * @throws FailureError `library-damaged` when a page is not as it was written, `library-busy` when the file does not stand
 *   still, `backup-not-written` when the copy is not what was read; the file system's errors.
 */
export async function copyFile(file: CopiedFile, onPages: (count: number) => void): Promise<void> {
  const digest = await copyPages(file, onPages);
  // The copy is of an open library and says so: now it is closed.
  ofCopy(file.to, () => disconnect(connect(file.to, file.key, 'open', 'journal')));
  const found = await readBack(file, onPages);
  if (found !== digest) throw fail({ kind: 'backup-not-written', reason: 'not-whole' });
}

/** What SQLite says of the copy must not be told of the library. */
export function ofCopy<T>(path: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (failureOf(error).kind !== 'library-damaged') throw error;
    throw fail({ kind: 'backup-not-written', reason: existsSync(path) ? 'not-whole' : 'gone' });
  }
}

/** Answers the digest of all pages but the first, which is different in the copy. */
async function copyPages(file: CopiedFile, onPages: (count: number) => void): Promise<string> {
  const { part, pages, to } = file;
  const target = await open(to, 'wx', 0o600);
  const still = holdStill(file.database, pages, file.key);
  try {
    const hash = createHash('sha256');
    const count = pages.count();
    for (let first = 1; first <= count; first += PAGES_AT_ONCE) {
      const bytes = pages.read(first, Math.min(PAGES_AT_ONCE, count - first + 1));
      if (!areWhole(pages, bytes, first)) throw fail({ kind: 'library-damaged', part });
      hash.update(first === 1 ? bytes.subarray(PAGE_BYTES) : bytes);
      await writeAll(target, bytes);
      if ((first - 1) % PAGES_BEFORE_SYNC === 0) await target.datasync();
      onPages(bytes.length / PAGE_BYTES);
    }
    still.assertUnchanged();
    await target.sync();
    return hash.digest('hex');
  } finally {
    still.release();
    await target.close();
  }
}

async function readBack(
  { key, to }: CopiedFile,
  onPages: (count: number) => void,
): Promise<string> {
  const copy = await open(to, 'r');
  try {
    const salt = Buffer.alloc(SALT_BYTES);
    await copy.read(salt, 0, SALT_BYTES, 0);
    const seals = createPageSeals(key, salt);
    const hash = createHash('sha256');
    const buffer = Buffer.alloc(PAGES_AT_ONCE * PAGE_BYTES);
    for (let first = 1; ; first += PAGES_AT_ONCE) {
      const { bytesRead } = await copy.read(buffer, 0, buffer.length, (first - 1) * PAGE_BYTES);
      if (bytesRead === 0) return hash.digest('hex');
      const bytes = buffer.subarray(0, bytesRead);
      if (!areWhole(seals, bytes, first)) {
        throw fail({ kind: 'backup-not-written', reason: 'not-whole' });
      }
      hash.update(first === 1 ? bytes.subarray(PAGE_BYTES) : bytes);
      onPages(bytesRead / PAGE_BYTES);
    }
  } finally {
    await copy.close();
  }
}

function areWhole(seals: PageSeals, bytes: Buffer, first: number): boolean {
  for (let at = 0; at < bytes.length; at += PAGE_BYTES) {
    if (!seals.isWhole(bytes.subarray(at, at + PAGE_BYTES), first + at / PAGE_BYTES)) return false;
  }
  return true;
}

async function writeAll(target: FileHandle, bytes: Buffer): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    written += (await target.write(bytes, written)).bytesWritten;
  }
}
