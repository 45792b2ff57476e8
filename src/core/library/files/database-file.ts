/** An encrypted database read page by page, without SQLite and without changing a byte of it or of its log. */
import { closeSync, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { readHeader, OPEN_MARK, type DatabaseHeader } from './database-header.ts';
import {
  createPageSeals,
  decryptPage,
  PAGE_BYTES,
  SALT_BYTES,
  type PageSeals,
} from './page-cipher.ts';
import { readJournal } from './rollback-journal.ts';
import { readLog, type LoggedPages, type ReadAt } from './write-ahead-log.ts';

/** What lies beside the file and belongs to it; `lost` and `broken` mean that acknowledged changes are not there. */
export type LogState = 'none' | 'whole' | 'broken' | 'lost';

export interface DatabaseFile {
  /** Undefined when page 1 cannot be read, as with a key that is not its own. */
  readonly header: DatabaseHeader | undefined;
  readonly log: LogState;
  /** Pages the database should have. */
  readonly pageCount: number;
  /** Whether a page that should be there lies beyond the end of the file. */
  readonly isShort: boolean;
  /** The newest acknowledged version of a page as it is stored; undefined when it lies beyond the end of the file. */
  stored(page: number): Buffer | undefined;
  isWhole(page: number): boolean;
  /** What SQLite would see, whether the page is whole or not; undefined beyond the end of the file. */
  decrypted(page: number): Buffer | undefined;
  /**
   * Never while SQLite has the same file open in this process: the system would drop SQLite's locks with the handle.
   */
  close(): void;
}

/** @throws the file system's errors. */
export function openDatabaseFile(path: string, key: Uint8Array): DatabaseFile {
  const handles: number[] = [];
  const open = (file: string): Opened => {
    const handle = openSync(file, 'r');
    handles.push(handle);
    return { size: fstatSync(handle).size, readAt: reader(handle) };
  };
  const openIfThere = (ending: string): Opened | undefined =>
    lstatSync(path + ending, { throwIfNoEntry: false })?.isFile() ? open(path + ending) : undefined;
  try {
    const file = open(path);
    const found = lookBeside(file, openIfThere('-wal'), openIfThere('-journal'));
    return describe(file, found, key, () => handles.forEach((handle) => closeSync(handle)));
  } catch (error) {
    for (const handle of handles) closeSync(handle);
    throw error;
  }
}

/**
 * Whether a file opens with a key. False for a missing, empty or foreign file, for another key and for one whose first
 * page is damaged; true also for one that is damaged behind it.
 */
export function opensWith(path: string, key: Uint8Array): boolean {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isFile()) return false;
  const file = openDatabaseFile(path, key);
  try {
    return file.header !== undefined;
  } finally {
    file.close();
  }
}

interface Opened {
  readonly size: number;
  readonly readAt: ReadAt;
}

/** What is read instead of the file's own pages, and where from. */
interface Beside {
  readonly pages: LoggedPages | undefined;
  readonly readAt: ReadAt | undefined;
  readonly hasLog: boolean;
}

function lookBeside(file: Opened, log?: Opened, journal?: Opened): Beside {
  const hasLog = log !== undefined;
  if (log && log.size > 0) {
    return { pages: readLog(log.readAt, log.size), readAt: log.readAt, hasLog };
  }
  const pages = journal && file.size > 0 ? readJournal(journal.readAt, journal.size) : undefined;
  return { pages, readAt: journal?.readAt, hasLog };
}

function describe(
  file: Opened,
  { pages: logged, readAt: readBeside, hasLog }: Beside,
  key: Uint8Array,
  close: () => void,
): DatabaseFile {
  const inFile = Math.floor(file.size / PAGE_BYTES);
  const seals: PageSeals = createPageSeals(key, file.readAt(0, SALT_BYTES));

  function stored(page: number): Buffer | undefined {
    const place = logged?.places.get(page);
    if (place !== undefined) return readBeside?.(place, PAGE_BYTES);
    return page <= inFile ? file.readAt((page - 1) * PAGE_BYTES, PAGE_BYTES) : undefined;
  }
  function isWhole(page: number): boolean {
    const bytes = stored(page);
    return bytes !== undefined && seals.isWhole(bytes, page);
  }
  function decrypted(page: number): Buffer | undefined {
    const bytes = stored(page);
    return bytes?.length === PAGE_BYTES ? decryptPage(key, bytes, page) : undefined;
  }

  const first = isWhole(1) ? decrypted(1) : undefined;
  const header = first && readHeader(first);
  const pageCount = logged?.pageCount || header?.pageCount || Math.ceil(file.size / PAGE_BYTES);
  let isShort = false;
  for (let page = inFile + 1; page <= pageCount; page += 1) {
    isShort ||= logged?.places.has(page) !== true;
  }
  return {
    header,
    log: logState(logged, header, hasLog),
    pageCount,
    isShort,
    stored,
    isWhole,
    decrypted,
    close,
  };
}

function logState(
  logged: LoggedPages | undefined,
  header: DatabaseHeader | undefined,
  hasLog: boolean,
): LogState {
  if (logged) return logged.whole ? 'whole' : 'broken';
  if (header?.usesLog !== true) return 'none';
  // Versions before the marks left none; an empty log was usual with them.
  const isLost = header.mark === OPEN_MARK || (header.mark === 0 && !hasLog);
  return isLost ? 'lost' : 'none';
}

function reader(handle: number): ReadAt {
  return (position, length) => {
    const bytes = Buffer.alloc(length);
    let read = 0;
    while (read < length) {
      const got = readSync(handle, bytes, read, length - read, position + read);
      if (got === 0) break;
      read += got;
    }
    return bytes.subarray(0, read);
  };
}
