/**
 * Looks at the files of an unlocked library before SQLite does. SQLite repairs what it takes for the traces of a crash,
 * and what it repairs wrongly is gone; so a file that is not as it was left is found here and stays as it is.
 */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { DamagedPart } from '../../shared/domain/library.ts';
import { fail } from '../../shared/failure.ts';
import { openDatabaseFile, type DatabaseFile } from './files/database-file.ts';
import type { LibraryKeys } from './keys/library-keys.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { ORIGINALS_SCHEMA_VERSION } from './originals.ts';
import { LIBRARY_FILE, ORIGINALS_FILE } from './places.ts';

/** Pages of a file read before opening: 16 MiB take about a tenth of a second. The others are checked while it is open. */
const PAGES_BEFORE_OPENING = 4096;

/** The files that can be damaged in places and still be read. */
export type DatabasePart = Extract<DamagedPart, 'database' | 'originals'>;

export interface Examination {
  /** Files with pages that are not as they were written: the library may be read, and not be changed. */
  readonly damaged: readonly DatabasePart[];
  /** Whether the library was closed, so that it can be opened without writing to its folder. */
  readonly closed: boolean;
  /** Whether an older program wrote it, so that its tables have to be changed first. */
  readonly older: boolean;
}

/** Where the two databases are and what they are opened with. */
export function databasesOf(
  keys: Pick<LibraryKeys, 'database' | 'originals'>,
): readonly { readonly part: DatabasePart; readonly file: string; readonly key: Uint8Array }[] {
  return [
    { part: 'database', file: LIBRARY_FILE, key: keys.database },
    { part: 'originals', file: ORIGINALS_FILE, key: keys.originals },
  ];
}

/**
 * Changes nothing. To be called while the folder's lock is held and no connection is open.
 * @throws FailureError `library-damaged` when a file is missing, empty, cut off, overwritten or of another library, or when
 *   the log with its newest changes is lost or broken; `library-newer`.
 */
export function examineLibrary(folder: string, keys: LibraryKeys): Examination {
  const found = databasesOf(keys).map(({ part, file, key }) =>
    examineFile(join(folder, file), part, key),
  );
  return {
    damaged: found.flatMap(({ part, whole }) => (whole ? [] : [part])),
    closed: found.every(({ closed }) => closed),
    older: found.some(({ older }) => older),
  };
}

interface FileExamination {
  readonly part: DatabasePart;
  readonly whole: boolean;
  readonly closed: boolean;
  readonly older: boolean;
}

/** One of the two. @throws FailureError as `examineLibrary`. */
export function examineFile(path: string, part: DatabasePart, key: Uint8Array): FileExamination {
  const newestSchema = part === 'database' ? MIGRATIONS.length : ORIGINALS_SCHEMA_VERSION;
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found?.isFile() || found.size === 0) throw fail({ kind: 'library-damaged', part });
  const database = openDatabaseFile(path, key);
  try {
    const { header } = database;
    if (!header) throw fail({ kind: 'library-damaged', part });
    if (header.schemaVersion > newestSchema) {
      throw fail({
        kind: 'library-newer',
        found: header.schemaVersion,
        supported: newestSchema,
      });
    }
    if (database.log === 'lost' || database.log === 'broken') {
      throw fail({ kind: 'library-damaged', part: 'log' });
    }
    // A file without tables has lost them; making them anew would write over what can be saved.
    if (database.isShort || header.schemaVersion === 0) {
      throw fail({ kind: 'library-damaged', part });
    }
    return {
      part,
      whole: beginIsWhole(database),
      closed: database.log === 'none' && !header.usesLog,
      older: header.schemaVersion < newestSchema,
    };
  } finally {
    database.close();
  }
}

/** The last page too: an interrupted copy ends in zeros. */
function beginIsWhole(database: DatabaseFile): boolean {
  const last = Math.min(database.pageCount, PAGES_BEFORE_OPENING);
  for (let page = 1; page <= last; page += 1) if (!database.isWhole(page)) return false;
  return database.isWhole(database.pageCount);
}
