/**
 * Goes through the files of an open library page by page, a little at a time, and finds what the disk has changed: the
 * person learns of it while there is still a good backup, not when the page is needed.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../../shared/failure.ts';
import { databasesOf, type DatabasePart } from './examine-library.ts';
import { createPageSeals, PAGE_BYTES, SALT_BYTES, type PageSeals } from './files/page-cipher.ts';
import type { LibraryKeys } from './keys/library-keys.ts';

/** Pages read at once. */
const PAGES_PER_READ = 16;

/** The pages of a file as they are stored, read through the handle that the check has: another one must not be closed. */
export interface StoredPages extends PageSeals {
  count(): number;
  /** Fewer at the end of the file. @param first from 1 */
  read(first: number, count: number): Buffer;
}

export interface PageCheck {
  /** Checks some pages, about so many milliseconds long; answers the file that was found damaged, if any. */
  step(budgetMs: number): DatabasePart | undefined;
  pages(part: DatabasePart): StoredPages;
  /** Only after the connections are closed: the system drops SQLite's locks on a file with any handle to it. */
  close(): void;
}

interface CheckedFile {
  readonly part: DatabasePart;
  readonly handle: number;
  readonly seals: PageSeals;
}

/**
 * @param checkpoint brings the log into the file; what a crash left half written there is whole afterwards.
 * @param random where to begin, in [0, 1): a large file is not gone through in one session.
 */
export function createPageCheck(
  folder: string,
  keys: LibraryKeys,
  checkpoint: (part: DatabasePart) => void,
  random: () => number = Math.random,
): PageCheck {
  const files = databasesOf(keys).map(({ part, file, key }): CheckedFile => {
    const handle = openSync(join(folder, file), 'r');
    return { part, handle, seals: createPageSeals(key, read(handle, 0, SALT_BYTES)) };
  });
  let index = 0;
  let next = 1;
  let left = files[0] ? pagesIn(files[0]) : 0;

  /** The first page from `next` on that is not whole, among those read at once. */
  function findBroken({ handle, seals }: CheckedFile): number | undefined {
    const bytes = read(handle, (next - 1) * PAGE_BYTES, PAGES_PER_READ * PAGE_BYTES);
    for (let at = 0; at + PAGE_BYTES <= bytes.length; at += PAGE_BYTES) {
      const page = next + at / PAGE_BYTES;
      if (!seals.isWhole(bytes.subarray(at, at + PAGE_BYTES), page)) return page;
    }
    return undefined;
  }

  /** Around each file once, from anywhere in it. */
  function advance(file: CheckedFile): void {
    next += PAGES_PER_READ;
    left -= PAGES_PER_READ;
    if (next > pagesIn(file)) next = 1;
    if (left > 0) return;
    index = (index + 1) % files.length;
    const other = files[index];
    left = other ? pagesIn(other) : 0;
    next = 1 + PAGES_PER_READ * Math.floor((random() * left) / PAGES_PER_READ);
  }

  return {
    step(budgetMs) {
      const end = performance.now() + budgetMs;
      do {
        const file = files[index];
        if (!file) return undefined;
        if (findBroken(file) !== undefined) {
          checkpoint(file.part);
          if (findBroken(file) !== undefined) return file.part;
        }
        advance(file);
      } while (performance.now() < end);
      return undefined;
    },
    pages(part) {
      const file = files.find((one) => one.part === part);
      if (!file) throw fail({ kind: 'library-locked' });
      return {
        isWhole: (page, number) => file.seals.isWhole(page, number),
        count: () => pagesIn(file),
        read: (first, count) => read(file.handle, (first - 1) * PAGE_BYTES, count * PAGE_BYTES),
      };
    },
    close: () => files.splice(0).forEach(({ handle }) => closeSync(handle)),
  };
}

function pagesIn({ handle }: CheckedFile): number {
  return Math.floor(fstatSync(handle).size / PAGE_BYTES);
}

function read(handle: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(handle, bytes, 0, length, position));
}
