/** A whole copy of an open library in a new folder, which has its name only when it was read back and found whole. */
import { copyFileSync, existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BackupCounts, BackupReport } from '../../../shared/domain/backup.ts';
import { fail, failureOf, type Failure } from '../../../shared/failure.ts';
import { connect } from '../connection.ts';
import { databasesOf } from '../examine-library.ts';
import { PAGE_BYTES } from '../files/page-cipher.ts';
import { readKeyFiles } from '../keys/key-files.ts';
import { checkOfKey } from '../keys/library-keys.ts';
import type { OpenLibrary } from '../library.ts';
import { placeWarningsAt } from '../place-warnings.ts';
import { isWithin, LIBRARY_FILE, ORIGINALS_FILE } from '../places.ts';
import { buildFolder } from '../unfinished-folder.ts';
import { copyFile, ofCopy } from './copy-file.ts';

/** Of the key files, of the folder itself, and of what the file system takes for its own (bytes). */
const SPARE_BYTES = 1024 * 1024;

export interface BackupOptions {
  readonly signal?: AbortSignal;
  /** In bytes, of copying and reading back. */
  readonly onProgress?: (now: { done: number; total: number }) => void;
}

/**
 * `library.db` is copied first: the file of a document is stored before the document is, so all files it needs are there
 * then.
 * @param folder absolute path that must not exist yet, and not in the library's own folder.
 * @throws FailureError `library-exists`, `not-enough-space`, `backup-not-written`, `library-damaged`, `library-gone`,
 *   `library-busy`, `cancelled`; nothing is left behind then, as far as the place can be reached.
 */
export async function backupLibrary(
  library: OpenLibrary,
  folder: string,
  options: BackupOptions = {},
): Promise<BackupReport> {
  if (library.access.condition().kind === 'gone') throw fail({ kind: 'library-gone' });
  try {
    if (isWithin(library.folder, folder)) {
      throw fail({ kind: 'backup-not-written', reason: 'inside' });
    }
    const counts = await buildFolder(folder, async (unfinished) => {
      await copyFiles(library, unfinished, options);
      copyKeyFiles(library, unfinished);
      return countIn(library, unfinished);
    });
    const files = [LIBRARY_FILE, ORIGINALS_FILE].map((file) => statSync(join(folder, file)));
    return {
      ...counts,
      folder,
      bytes: files.reduce((sum, { size }) => sum + size, 0),
      sameDisk: statSync(folder).dev === statSync(library.folder).dev,
      warnings: placeWarningsAt(folder),
    };
  } catch (error) {
    throw fail(nameSide(failureOf(error), library));
  }
}

async function copyFiles(
  library: OpenLibrary,
  unfinished: string,
  { signal, onProgress }: BackupOptions,
): Promise<void> {
  const files = databasesOf(library.keys).map(({ part, file, key }) => ({
    part,
    key,
    to: join(unfinished, file),
    pages: library.storedPages(part),
    database: part === 'database' ? library.database : library.originals.database,
  }));
  const bytes = files.reduce((sum, { pages }) => sum + pages.count() * PAGE_BYTES, 0);
  assertSpace(dirname(unfinished), bytes + SPARE_BYTES);
  let done = 0;
  for (const file of files) {
    await copyFile(file, (pages) => {
      if (signal?.aborted || library.state() === 'closed') throw fail({ kind: 'cancelled' });
      done = Math.min(2 * bytes, done + pages * PAGE_BYTES);
      onProgress?.({ done, total: 2 * bytes });
    });
  }
  onProgress?.({ done: 2 * bytes, total: 2 * bytes });
}

function assertSpace(folder: string, neededBytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < neededBytes) throw fail({ kind: 'not-enough-space', neededBytes });
}

/** The backup opens with what opens the library now. @throws FailureError `library-damaged` when the keys are. */
function copyKeyFiles({ folder, id, keys }: OpenLibrary, to: string): void {
  for (const name of readdirSync(folder)) {
    if (/^keys[a-z-]*\.json$/.test(name)) copyFileSync(join(folder, name), join(to, name));
  }
  const { check } = readKeyFiles(to).file;
  if (check !== null && check !== checkOfKey(id, keys.database)) {
    throw fail({ kind: 'library-damaged', part: 'keys' });
  }
}

/** Asks SQLite, as whoever opens the backup will. */
function countIn({ keys }: OpenLibrary, folder: string): BackupCounts {
  const count = (file: string, key: Uint8Array, tables: readonly string[]): number[] => {
    const path = join(folder, file);
    return ofCopy(path, () => {
      const database = connect(path, key, 'read');
      try {
        return tables.map((table) =>
          Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()),
        );
      } finally {
        database.close();
      }
    });
  };
  const inLibrary = count(LIBRARY_FILE, keys.database, ['source_document', 'passage']);
  const inOriginals = count(ORIGINALS_FILE, keys.originals, ['original WHERE complete = 1']);
  const [documents = 0, passages = 0, originals = 0] = [...inLibrary, ...inOriginals];
  return { documents, passages, originals };
}

/** What happened where the backup goes must not be told as if it had happened to the library. */
function nameSide(failure: Failure, { folder }: OpenLibrary): Failure {
  switch (failure.kind) {
    case 'disk-full':
      return { kind: 'backup-not-written', reason: 'full' };
    case 'folder-not-writable':
      return { kind: 'backup-not-written', reason: 'not-writable' };
    case 'library-gone':
    case 'internal': {
      if (!existsSync(join(folder, LIBRARY_FILE))) return { kind: 'library-gone' };
      const isGone = failure.kind === 'library-gone' || failure.reference.startsWith('E');
      return isGone ? { kind: 'backup-not-written', reason: 'gone' } : failure;
    }
    default:
      return failure;
  }
}
