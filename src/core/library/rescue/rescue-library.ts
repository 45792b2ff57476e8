/**
 * Copies what can still be read of a damaged library into a new one. Pages are read without SQLite, which refuses a file
 * at its first damaged page and takes what lies behind it for lost; a page that fails its seal is decrypted all the same,
 * and what is taken from it is named in the report. The damaged library is never written to.
 */
import { lstatSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../../../shared/failure.ts';
import type { RescueReport } from '../../../shared/domain/rescue.ts';
import { connect, disconnect, type LibraryDatabase } from '../connection.ts';
import { openDatabaseFile, type DatabaseFile } from '../files/database-file.ts';
import { lockForReading } from '../folder-lock.ts';
import { writeFirstKeyFiles } from '../keys/key-files.ts';
import { migrate, MIGRATIONS } from '../migrations/index.ts';
import { openOriginals } from '../originals.ts';
import { isWithin, LIBRARY_FILE, ORIGINALS_FILE } from '../places.ts';
import { keepKeySlots, putKeySlot } from '../queries/key-slot.ts';
import { buildFolder } from '../unfinished-folder.ts';
import { fillLibrary } from './fill-library.ts';
import { mendLinks, type NameStandIn } from './mend-links.ts';
import { documentsWithoutOriginal, rescueOriginals } from './rescue-originals.ts';
import { scanPages, type PageScan } from './scan-pages.ts';
import { createTallies, type Tallies } from './tallies.ts';
import { unlockDamaged, type DamagedLibraryKeys, type RescueSecret } from './unlock-damaged.ts';

export interface RescueOptions {
  /** Words for what stands in for lost rows. */
  readonly nameOf: NameStandIn;
  /** The name of the new library when that of the old one is lost. */
  readonly name: string;
  readonly signal?: AbortSignal;
  /** In pages of both files. */
  readonly onProgress?: (now: { done: number; total: number }) => void;
}

/**
 * @param folder of the damaged library
 * @param target absolute path of the new library; must not exist yet, and not lie in the old one
 * @throws FailureError `library-missing`, `library-in-use`, `library-exists`, `library-newer`, `nothing-to-rescue`,
 *   `cancelled`, and what `unlockDamaged` throws; nothing is left behind then.
 */
export async function rescueLibrary(
  folder: string,
  target: string,
  secret: RescueSecret,
  options: RescueOptions,
): Promise<RescueReport> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw fail({ kind: 'library-missing' });
  }
  if (isWithin(folder, target)) throw fail({ kind: 'library-exists' });
  const lock = lockForReading(folder);
  try {
    const unlocked = await unlockDamaged(folder, secret);
    try {
      return await buildFolder(target, (unfinished) =>
        rescue(folder, unfinished, unlocked, options),
      );
    } finally {
      unlocked.keys.forget();
    }
  } finally {
    lock.release();
  }
}

async function rescue(
  folder: string,
  target: string,
  unlocked: DamagedLibraryKeys,
  options: RescueOptions,
): Promise<RescueReport> {
  const { keys, keysFile } = unlocked;
  const library = openIfThere(join(folder, LIBRARY_FILE), keys.database);
  const originals = openIfThere(join(folder, ORIGINALS_FILE), keys.originals);
  const files = [library, originals].filter((file) => file !== undefined);
  const opened: LibraryDatabase[] = [];
  try {
    const advance = progressOf(files, options);
    const tallies = createTallies();
    const newLibrary = connect(join(target, LIBRARY_FILE), keys.database, 'create', 'journal');
    opened.push(newLibrary);
    const newOriginals = connect(join(target, ORIGINALS_FILE), keys.originals, 'create', 'journal');
    opened.push(newOriginals);
    const scans: PageScan[] = [];
    if (library) {
      scans.push(await fillFrom(library, newLibrary, tallies, advance));
    } else {
      migrate(newLibrary);
    }
    finishLibrary(newLibrary, unlocked, tallies, options);
    const store = openOriginals(newOriginals);
    if (originals) {
      const scan = await scanPages(originals, advance);
      scans.push(scan);
      await rescueOriginals(originals, scan, newLibrary, store, tallies, () => advance(0));
    }
    const withoutOriginal = documentsWithoutOriginal(newLibrary, store, tallies);
    requireSomething(tallies);
    writeFirstKeyFiles(target, keysFile);
    return {
      counts: tallies.counts(),
      doubtful: tallies.doubtfulIds(),
      withoutOriginal,
      pages: files.reduce((sum, { pageCount }) => sum + pageCount, 0),
      damagedPages: scans.reduce((sum, { damaged }) => sum + damaged.length, 0),
    };
  } finally {
    for (const database of opened) disconnect(database);
    for (const file of files) file.close();
  }
}

/** In the version of the tables that the damaged file has; made new by the usual steps afterwards. */
async function fillFrom(
  file: DatabaseFile,
  database: LibraryDatabase,
  tallies: Tallies,
  advance: (pages: number) => void,
): Promise<PageScan> {
  const version = file.header?.schemaVersion ?? MIGRATIONS.length;
  if (version > MIGRATIONS.length) {
    throw fail({ kind: 'library-newer', found: version, supported: MIGRATIONS.length });
  }
  migrate(database, MIGRATIONS.slice(0, version));
  const scan = await scanPages(file, advance);
  database.pragma('foreign_keys=OFF');
  // One transaction: each row for itself would take as long as a sync of the disk.
  database.exec('BEGIN');
  await fillLibrary(file, scan, database, tallies);
  database.exec('COMMIT');
  return scan;
}

function finishLibrary(
  database: LibraryDatabase,
  { keys, newSlotId }: DamagedLibraryKeys,
  tallies: Tallies,
  { name, nameOf }: RescueOptions,
): void {
  const now = new Date().toISOString();
  mendLinks(database, tallies, nameOf, now);
  database.pragma('foreign_keys=ON');
  migrate(database);
  database
    .prepare('INSERT OR IGNORE INTO library (one, id, name, created_at) VALUES (1, ?, ?, ?)')
    .run(keys.libraryId, name, now);
  database.prepare('UPDATE library SET id = ?').run(keys.libraryId);
  if (newSlotId === null) return;
  keepKeySlots(database, []);
  putKeySlot(database, { id: newSlotId, name: '', createdAt: now });
}

function requireSomething(tallies: Tallies): void {
  if (Object.values(tallies.counts()).every(({ saved }) => saved === 0)) {
    throw fail({ kind: 'nothing-to-rescue' });
  }
}

function progressOf(
  files: readonly DatabaseFile[],
  { signal, onProgress }: RescueOptions,
): (pages: number) => void {
  const total = files.reduce((sum, { pageCount }) => sum + pageCount, 0);
  let done = 0;
  return (pages) => {
    if (signal?.aborted) throw fail({ kind: 'cancelled' });
    done = Math.min(total, done + pages);
    onProgress?.({ done, total });
  };
}

function openIfThere(path: string, key: Uint8Array): DatabaseFile | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isFile() && found.size > 0 ? openDatabaseFile(path, key) : undefined;
}
