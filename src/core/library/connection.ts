/**
 * The only file that names the SQLite driver. Every connection goes through the pragma sequence of the encryption
 * notes (docs/architecture.md, «Library file») before anything else touches the file.
 */
import Database from 'better-sqlite3';
import { chmodSync, closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { fail, failureOf } from '../../shared/failure.ts';
import { CLOSED_MARK, OPEN_MARK } from './files/database-header.ts';

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
const RAW = 'raw:';
const HEX_DIGITS = '0123456789abcdef';

/** Needed for two connections in WAL mode: the WAL-reset bug was fixed in 3.51.3 and 3.53.0. */
const MINIMUM_SQLITE = [3, 53, 0] as const;
const PLAIN_HEADER = 'SQLite format 3';
/**
 * Pages of 4 KiB. Bringing them from the log into the file encrypts them again, at some 50 µs each, and whoever wrote last
 * waits for it. Two chunks of an original: a larger log is not faster.
 */
const WAL_PAGES_BEFORE_CHECKPOINT = { database: 500, originals: 128 } as const;
const JOURNAL_LIMIT_BYTES = 64 * 1024 * 1024;

/** `read` changes nothing, and needs a file that was closed. */
export type ConnectionMode = 'create' | 'open' | 'read';
/** Where changes go first: a log beside the file, or, on network drives, a journal that is removed after each of them. */
export type JournalMode = 'log' | 'journal';

/**
 * Opens or creates an encrypted database with a raw 32-byte key.
 * @param mode `create` refuses an existing file; `open` and `read` refuse a missing or empty one, so that a damaged
 *   library is never mistaken for a new one.
 * @throws FailureError `library-damaged` when the key is right for the library but the file does not open with it.
 */
export function connect(
  path: string,
  key: Uint8Array,
  mode: ConnectionMode,
  journal: JournalMode = 'log',
): LibraryDatabase {
  const part = partOf(path);
  if (mode !== 'create' && !fileSize(path)) throw fail({ kind: 'library-damaged', part });
  if (mode === 'create' && fileSize(path) !== undefined) throw fail({ kind: 'library-exists' });
  if (mode === 'open' && isPlain(path)) throw fail({ kind: 'library-damaged', part });
  try {
    return openKeyed(path, key, mode, mode === 'read' ? 'reading' : journal);
  } catch (error) {
    if (hasCode(error, 'SQLITE_NOTADB')) throw fail({ kind: 'library-damaged', part });
    if (mode !== 'open' || failureOf(error).kind !== 'disk-full') throw error;
    return openKeyed(path, key, mode, 'on-full-disk');
  }
}

/**
 * A full disk has no room for the log's shared memory file, and must not keep anybody from reading: `on-full-disk` is
 * alone with the file and needs none, and without a log changes go through a rollback journal as soon as there is room.
 */
type Circumstance = JournalMode | 'reading' | 'on-full-disk';

function openKeyed(
  path: string,
  key: Uint8Array,
  mode: ConnectionMode,
  circumstance: Circumstance,
): LibraryDatabase {
  const database = new Database(path, {
    readonly: mode === 'read',
    fileMustExist: mode !== 'create',
  });
  try {
    prepareConnection(database, key, circumstance);
    startJournal(database, circumstance, partOf(path));
    assertConnection(database);
    if (mode === 'create') chmodSync(path, 0o600);
    return database;
  } catch (error) {
    if (mode !== 'read') tidyLog(database);
    database.close();
    throw error;
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
  const source = connect(path, key, 'read');
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
  const notation = rawNotation(key);
  try {
    use(notation);
  } finally {
    notation.fill(0);
  }
}

/** Digit by digit: a string could not be overwritten, and is not made. */
function rawNotation(key: Uint8Array): Buffer {
  const notation = Buffer.alloc(RAW.length + 2 * key.length);
  notation.write(RAW, 'latin1');
  for (const [index, byte] of key.entries()) {
    notation[RAW.length + 2 * index] = HEX_DIGITS.charCodeAt(byte >> 4);
    notation[RAW.length + 2 * index + 1] = HEX_DIGITS.charCodeAt(byte & 15);
  }
  return notation;
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
  if (circumstance === 'on-full-disk') database.pragma('locking_mode=EXCLUSIVE');
  // The first to read: fails with a wrong key, and where the log's shared memory file finds no room.
  database.prepare('SELECT count(*) FROM sqlite_master').get();
  database.pragma(`synchronous=${circumstance === 'journal' ? 'EXTRA' : 'FULL'}`);
  if (process.platform === 'darwin') database.pragma('fullfsync=ON');
}

function startJournal(
  database: LibraryDatabase,
  circumstance: Circumstance,
  part: keyof typeof WAL_PAGES_BEFORE_CHECKPOINT,
): void {
  if (circumstance === 'journal') database.pragma('journal_mode=DELETE');
  if (circumstance !== 'log') return;
  database.pragma('journal_mode=WAL');
  database.pragma(`wal_autocheckpoint=${WAL_PAGES_BEFORE_CHECKPOINT[part]}`);
  database.pragma(`journal_size_limit=${JOURNAL_LIMIT_BYTES}`);
  // From the log into the file itself: the mark has to be there when the log is not.
  database.pragma(`application_id=${OPEN_MARK}`);
  database.pragma('wal_checkpoint(PASSIVE)');
}

/** Checked at every open and close: a pragma that was not understood is not an error by itself. */
const REQUIRED = [
  ['cipher', 'sqlcipher'],
  ['legacy', '4'],
  ['temp_store', 2],
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
  // FULL, or EXTRA with a journal, whose removal is the commit.
  if (Number(database.pragma('synchronous', { simple: true })) < 2)
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

/**
 * Throws when the file on disk is readable without a key. Called after creation and after every close; never while it is
 * open in this process, because the system drops SQLite's locks on a file when any handle to it is closed.
 */
export function assertEncrypted(path: string): void {
  if (isPlain(path)) throw new Error('Database is not encrypted');
}

function isPlain(path: string): boolean {
  const handle = openSync(path, 'r');
  try {
    const head = Buffer.alloc(PLAIN_HEADER.length);
    readSync(handle, head, 0, head.length, 0);
    return head.toString('latin1') === PLAIN_HEADER;
  } finally {
    closeSync(handle);
  }
}

/**
 * Empties the log and leaves DELETE journal mode, so that the closed file opens on read-only media too. Closes in any case:
 * on a full or failing disk the log stays beside the file, and the next opening takes what is in it.
 * @param keeper a second connection; without it a log that could not be emptied in order may be taken for a lost one.
 */
export function disconnect(database: LibraryDatabase, keeper?: LibraryDatabase): void {
  if (!database.open) return;
  try {
    assertConnection(database);
    if (!database.readonly) tidyLog(database, keeper);
  } finally {
    abandon(database, keeper);
  }
  assertEncrypted(database.name);
}

/**
 * Each step leaves a file that opens, whenever the power goes: the mark is written over what the first step brought in,
 * so that it needs no room, and is in the file before the log is removed.
 */
function tidyLog(database: LibraryDatabase, keeper?: LibraryDatabase): void {
  try {
    if (database.pragma('journal_mode', { simple: true }) === 'wal') {
      database.pragma('wal_checkpoint(RESTART)');
      database.pragma(`application_id=${CLOSED_MARK}`);
      database.pragma('wal_checkpoint(TRUNCATE)');
    }
    keeper?.close();
    database.pragma('journal_mode=DELETE');
  } catch {
    // Nothing that was committed is lost by it, and whoever closes can do nothing about it.
  }
}

/**
 * Closes a file and leaves it and its log as they are. SQLite would remove the log by its path; when the library was moved,
 * another library may be at that path.
 * @param keeper must be there for that.
 */
export function abandon(database: LibraryDatabase, keeper?: LibraryDatabase): void {
  database.close();
  keeper?.close();
}

/** The second connection for `disconnect` and `abandon`; undefined when the first one has no log, or no room for another. */
export function connectKeeper(
  database: LibraryDatabase,
  key: Uint8Array,
): LibraryDatabase | undefined {
  if (!usesLog(database)) return undefined;
  try {
    return connect(database.name, key, 'read');
  } catch {
    return undefined;
  }
}

/** Whether changes go to a log beside the file, which is there as long as the connection is. */
export function usesLog(database: LibraryDatabase): boolean {
  return (
    database.pragma('journal_mode', { simple: true }) === 'wal' &&
    database.pragma('locking_mode', { simple: true }) === 'normal'
  );
}

/**
 * Holds an exclusive SQLite lock on an empty file until the answered function is called. The operating system drops
 * it when the process dies, so kill -9 leaves nothing stale; nothing is ever written to the file.
 * @throws FailureError `library-in-use` when another process holds it.
 */
export function holdExclusive(path: string): () => void {
  return hold(new Database(path, { timeout: 0 }), 'BEGIN EXCLUSIVE');
}

/**
 * For a library that is only read: keeps others from changing it meanwhile, as far as the lock file is there.
 * @throws FailureError `library-in-use` when another process holds it.
 */
export function holdShared(path: string): () => void {
  if (fileSize(path) === undefined) return () => undefined;
  const database = new Database(path, { timeout: 0, readonly: true });
  return hold(database, 'BEGIN; SELECT count(*) FROM sqlite_master');
}

function hold(database: LibraryDatabase, lock: string): () => void {
  try {
    // A journal beside it would need room on the disk; there is nothing to roll back.
    database.pragma('journal_mode=MEMORY');
    database.exec(lock);
  } catch (error) {
    database.close();
    throw hasCode(error, 'SQLITE_BUSY') ? fail({ kind: 'library-in-use' }) : error;
  }
  return () => {
    if (database.open) database.close();
  };
}

function partOf(path: string): keyof typeof WAL_PAGES_BEFORE_CHECKPOINT {
  return basename(path).startsWith('originals.') ? 'originals' : 'database';
}

function fileSize(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.size;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
