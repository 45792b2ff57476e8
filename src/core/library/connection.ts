/**
 * The only file that names the SQLite driver. Every connection goes through the pragma sequence of the encryption
 * notes (docs/architecture.md, «Library file») before anything else touches the file.
 */
import Database from 'better-sqlite3';
import { chmodSync, closeSync, openSync, readSync, statSync } from 'node:fs';
import { fail } from '../../shared/failure.ts';

/** A keyed connection. */
export type LibraryDatabase = Database.Database;
export type Statement<Row> = Database.Statement<unknown[], Row>;

/** The driver's own types leave this method out. */
interface KeyableDatabase extends LibraryDatabase {
  key(notation: Buffer): number;
}

/** Needed for two connections in WAL mode: the WAL-reset bug was fixed in 3.51.3 and 3.53.0. */
const MINIMUM_SQLITE = [3, 53, 0] as const;
const PLAIN_HEADER = 'SQLite format 3';
const WAL_PAGES_BEFORE_CHECKPOINT = 1000;
const JOURNAL_LIMIT_BYTES = 64 * 1024 * 1024;

/**
 * Opens or creates an encrypted database with a raw 32-byte key.
 * @param mode `create` refuses an existing file; `open` refuses a missing or empty one, so that a damaged library is
 *   never mistaken for a new one.
 * @throws FailureError `library-damaged` when the key is right for the library but the file does not open with it.
 */
export function connect(path: string, key: Uint8Array, mode: 'create' | 'open'): LibraryDatabase {
  const part = path.endsWith('originals.db') ? 'originals' : 'database';
  if (mode === 'open' && fileSize(path) === 0) throw fail({ kind: 'library-damaged', part });
  if (mode === 'create' && fileSize(path) !== undefined) throw fail({ kind: 'library-exists' });
  const database = new Database(path, { fileMustExist: mode === 'open' });
  try {
    prepareConnection(database, key);
    assertConnection(database);
    if (mode === 'create') chmodSync(path, 0o600);
    return database;
  } catch (error) {
    database.close();
    throw hasCode(error, 'SQLITE_NOTADB') ? fail({ kind: 'library-damaged', part }) : error;
  }
}

function prepareConnection(database: LibraryDatabase, key: Uint8Array): void {
  database.pragma("cipher='sqlcipher'");
  database.pragma('legacy=4');
  const notation = Buffer.from(`raw:${Buffer.from(key).toString('hex')}`);
  try {
    (database as KeyableDatabase).key(notation);
  } finally {
    notation.fill(0);
  }
  database.pragma('temp_store=MEMORY');
  database.pragma('trusted_schema=OFF');
  database.pragma('cell_size_check=ON');
  database.pragma('foreign_keys=ON');
  database.pragma('secure_delete=ON');
  database.prepare('SELECT count(*) FROM sqlite_master').get();
  database.pragma('journal_mode=WAL');
  database.pragma('synchronous=FULL');
  database.pragma(`wal_autocheckpoint=${WAL_PAGES_BEFORE_CHECKPOINT}`);
  database.pragma(`journal_size_limit=${JOURNAL_LIMIT_BYTES}`);
  if (process.platform === 'darwin') database.pragma('fullfsync=ON');
}

function assertConnection(database: LibraryDatabase): void {
  const version = String(database.prepare('SELECT sqlite_version()').pluck().get());
  if (isOlder(version, MINIMUM_SQLITE)) throw new Error('SQLite is older than this program needs');
  if (database.pragma('temp_store', { simple: true }) !== 2)
    throw new Error('temp_store is not memory');
  if (database.pragma('synchronous', { simple: true }) !== 2)
    throw new Error('synchronous is not full');
}

function isOlder(version: string, minimum: readonly number[]): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, least] of minimum.entries()) {
    const part = parts[index] ?? 0;
    if (part !== least) return part < least;
  }
  return false;
}

/** Throws when the file on disk is readable without a key. Called after creation and before every close. */
export function assertEncrypted(path: string): void {
  const handle = openSync(path, 'r');
  try {
    const head = Buffer.alloc(PLAIN_HEADER.length);
    readSync(handle, head, 0, head.length, 0);
    if (head.toString('latin1') === PLAIN_HEADER) throw new Error('Database is not encrypted');
  } finally {
    closeSync(handle);
  }
}

/** Checkpoints and leaves DELETE journal mode, so that the closed file opens on read-only media too. */
export function disconnect(database: LibraryDatabase): void {
  if (!database.open) return;
  assertEncrypted(database.name);
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.pragma('journal_mode=DELETE');
  database.close();
}

/**
 * Holds an exclusive SQLite lock on an empty file until the answered function is called. The operating system drops
 * it when the process dies, so kill -9 leaves nothing stale; nothing is ever written to the file.
 * @throws FailureError `library-in-use` when another process holds it.
 */
export function holdExclusive(path: string): () => void {
  const database = new Database(path, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    throw hasCode(error, 'SQLITE_BUSY') ? fail({ kind: 'library-in-use' }) : error;
  }
  return () => {
    if (database.open) database.close();
  };
}

function fileSize(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.size;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
