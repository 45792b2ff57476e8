/**
 * The only file that names the SQLite driver. Every connection goes through the pragma sequence of the encryption
 * notes (docs/architecture.md, «Library file») before anything else touches the file.
 */
import Database from 'better-sqlite3';
import { chmodSync, closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { fail, failureOf } from '../../shared/failure.ts';

/** A keyed connection. */
export type LibraryDatabase = Database.Database;
export type Statement<Row> = Database.Statement<unknown[], Row>;

/** The driver's own types leave these methods out. */
interface KeyableDatabase extends LibraryDatabase {
  key(notation: Buffer): number;
  rekey(notation: Buffer): number;
}

/** Anything shorter the driver would silently take for a passphrase. */
const KEY_BYTES = 32;

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
  const part = basename(path).startsWith('originals.') ? 'originals' : 'database';
  if (mode === 'open' && fileSize(path) === 0) throw fail({ kind: 'library-damaged', part });
  if (mode === 'create' && fileSize(path) !== undefined) throw fail({ kind: 'library-exists' });
  try {
    return openKeyed(path, key, mode, 'with-log');
  } catch (error) {
    if (hasCode(error, 'SQLITE_NOTADB')) throw fail({ kind: 'library-damaged', part });
    if (mode === 'create' || failureOf(error).kind !== 'disk-full') throw error;
    return openKeyed(path, key, mode, 'on-full-disk');
  }
}

/**
 * A full disk has no room for the log's shared memory file, and must not keep anybody from reading: `on-full-disk` is
 * alone with the file and needs none, and without a log changes go through a rollback journal as soon as there is room.
 */
type Circumstance = 'with-log' | 'on-full-disk';

function openKeyed(
  path: string,
  key: Uint8Array,
  mode: 'create' | 'open',
  circumstance: Circumstance,
): LibraryDatabase {
  const database = new Database(path, { fileMustExist: mode === 'open' });
  try {
    prepareConnection(database, key, circumstance);
    assertConnection(database);
    if (mode === 'create') chmodSync(path, 0o600);
    else assertEncrypted(path);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Whether a file opens with a key. Changes nothing.
 * @returns false for a missing, empty or foreign file and for another key; true also for one that is damaged behind
 *   its first page.
 */
export function opensWith(path: string, key: Uint8Array): boolean {
  if ((fileSize(path) ?? 0) === 0) return false;
  const database = new Database(path, { fileMustExist: true });
  try {
    giveKey(database, key);
    database.prepare('SELECT count(*) FROM sqlite_master').get();
    return true;
  } catch (error) {
    if (hasCode(error, 'SQLITE_NOTADB')) return false;
    if (hasCode(error, 'SQLITE_CORRUPT')) return true;
    throw error;
  } finally {
    database.close();
  }
}

/**
 * Copies what is committed in `path` to the new file `target`, which opens with `newKey` only. The old file may be open
 * elsewhere in this process. Blocks until it is done, twice as long as a copy takes.
 */
export function copyWithNewKey(
  path: string,
  key: Uint8Array,
  target: string,
  newKey: Uint8Array,
): void {
  const source = connect(path, key, 'open');
  try {
    source.prepare('VACUUM INTO ?').run(target);
  } finally {
    source.close();
  }
  chmodSync(target, 0o600);
  const copy = new Database(target, { fileMustExist: true });
  try {
    giveKey(copy, key);
    withNotation(newKey, (notation) => (copy as KeyableDatabase).rekey(notation));
  } finally {
    copy.close();
  }
  assertEncrypted(target);
}

/** Nothing may come before this on a new connection. Temporary files of SQLite are never encrypted, so there are none. */
function giveKey(database: LibraryDatabase, key: Uint8Array): void {
  database.pragma("cipher='sqlcipher'");
  database.pragma('legacy=4');
  withNotation(key, (notation) => (database as KeyableDatabase).key(notation));
  database.pragma('temp_store=MEMORY');
}

function withNotation(key: Uint8Array, use: (notation: Buffer) => void): void {
  if (key.length !== KEY_BYTES) throw new Error('A key has 32 bytes');
  const notation = Buffer.from(`raw:${Buffer.from(key).toString('hex')}`);
  try {
    use(notation);
  } finally {
    notation.fill(0);
  }
}

function prepareConnection(
  database: LibraryDatabase,
  key: Uint8Array,
  circumstance: Circumstance,
): void {
  giveKey(database, key);
  database.pragma('trusted_schema=OFF');
  database.pragma('cell_size_check=ON');
  database.pragma('foreign_keys=ON');
  database.pragma('secure_delete=ON');
  database.pragma(circumstance === 'with-log' ? 'journal_mode=WAL' : 'locking_mode=EXCLUSIVE');
  // The first to read: fails with a wrong key, and where the log's shared memory file finds no room.
  database.prepare('SELECT count(*) FROM sqlite_master').get();
  database.pragma('synchronous=FULL');
  database.pragma(`wal_autocheckpoint=${WAL_PAGES_BEFORE_CHECKPOINT}`);
  database.pragma(`journal_size_limit=${JOURNAL_LIMIT_BYTES}`);
  if (process.platform === 'darwin') database.pragma('fullfsync=ON');
}

/** Checked at every open and close: a pragma that was not understood is not an error by itself. */
const REQUIRED = [
  ['cipher', 'sqlcipher'],
  ['legacy', '4'],
  ['temp_store', 2],
  ['synchronous', 2],
  ['secure_delete', 1],
  ['trusted_schema', 0],
  ['foreign_keys', 1],
] as const;

function assertConnection(database: LibraryDatabase): void {
  const version = String(database.prepare('SELECT sqlite_version()').pluck().get());
  if (isOlder(version, MINIMUM_SQLITE)) throw new Error('SQLite is older than this program needs');
  for (const [pragma, value] of REQUIRED) {
    if (database.pragma(pragma, { simple: true }) !== value)
      throw new Error(`${pragma} is not set`);
  }
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

/**
 * Checkpoints and leaves DELETE journal mode, so that the closed file opens on read-only media too. Closes in any case: on
 * a full or failing disk the log stays beside the file, and the next opening takes what is in it.
 */
export function disconnect(database: LibraryDatabase): void {
  if (!database.open) return;
  try {
    assertEncrypted(database.name);
    assertConnection(database);
    tidyLog(database);
  } finally {
    database.close();
  }
}

function tidyLog(database: LibraryDatabase): void {
  try {
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.pragma('journal_mode=DELETE');
  } catch {
    // Nothing that was committed is lost by it, and whoever closes can do nothing about it.
  }
}

/**
 * Holds an exclusive SQLite lock on an empty file until the answered function is called. The operating system drops
 * it when the process dies, so kill -9 leaves nothing stale; nothing is ever written to the file.
 * @throws FailureError `library-in-use` when another process holds it.
 */
export function holdExclusive(path: string): () => void {
  const database = new Database(path, { timeout: 0 });
  try {
    // A journal beside it would need room on the disk; there is nothing to roll back.
    database.pragma('journal_mode=MEMORY');
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
