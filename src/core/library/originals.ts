/**
 * Original bytes of the imported files, in chunks and by SHA-256. Bytes are committed here before the document exists
 * in `library.db`; what a crash leaves without a document is reused by the next import of the same file or swept.
 */
import { fail } from '../../shared/failure.ts';
import type { LibraryDatabase } from './connection.ts';
import { namingPart } from './name-damage.ts';

/** 256 KiB: also the range size the PDF reader asks for, so that a range is one or two rows. */
export const CHUNK_BYTES = 256 * 1024;

const SCHEMA = `
CREATE TABLE original (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size >= 0),
  complete INTEGER NOT NULL CHECK (complete IN (0, 1))
) STRICT;
CREATE TABLE chunk (
  original_id INTEGER NOT NULL REFERENCES original (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (original_id, position)
) STRICT;
`;
export const ORIGINALS_SCHEMA_VERSION = 1;

export interface OriginalsStore {
  readonly database: LibraryDatabase;
  has(sha256: string): boolean;
  /** Opens a writer for bytes whose SHA-256 is already known. */
  write(sha256: string, size: number): OriginalWriter;
  /** Bytes `begin`..`end` (exclusive, clamped to the size). @throws FailureError `not-found`. */
  read(sha256: string, begin: number, end: number): Uint8Array<ArrayBuffer>;
  /** Removes one original; does nothing when it is not there. */
  remove(sha256: string): void;
  /**
   * Removes what a crash left half written; answers how many. Whole originals stay, also those without a document: the
   * next import of the file uses them again, and a `library.db` from an older backup still needs them.
   */
  sweep(): number;
}

export interface OriginalWriter {
  /** Appends one chunk in a short transaction of its own; every chunk but the last has CHUNK_BYTES bytes. */
  readonly append: (bytes: Uint8Array) => void;
  /** Marks the original complete. @throws Error when fewer or more bytes were written than announced. */
  readonly finish: () => void;
  /** Removes what was written. */
  readonly abandon: () => void;
}

/** Wraps a keyed connection to `originals.db`, making its tables when the file is new. */
export function openOriginals(database: LibraryDatabase): OriginalsStore {
  prepareSchema(database);
  const find = database.prepare<[string], { id: number; size: number; complete: number }>(
    'SELECT id, size, complete FROM original WHERE sha256 = ?',
  );
  const chunks = database.prepare<[number, number, number], { position: number; bytes: Buffer }>(
    'SELECT position, bytes FROM chunk WHERE original_id = ? AND position BETWEEN ? AND ? ORDER BY position',
  );
  /** Whatever is damaged here is of this file. */
  const here = <Args extends unknown[], T>(run: (...args: Args) => T) => {
    return (...args: Args): T => namingPart('originals', () => run(...args));
  };
  return {
    database,
    has: here((sha256: string) => find.get(sha256)?.complete === 1),
    write: here((sha256: string, size: number) => {
      const { append, finish, abandon } = startWriting(database, sha256, size);
      return { append: here(append), finish: here(finish), abandon: here(abandon) };
    }),
    read: here((sha256: string, begin: number, end: number) => {
      const original = find.get(sha256);
      if (original?.complete !== 1) throw fail({ kind: 'not-found', noun: 'document' });
      const last = Math.min(end, original.size);
      const first = Math.min(Math.max(0, begin), last);
      const result = new Uint8Array(last - first);
      const rows = chunks.iterate(
        original.id,
        Math.floor(first / CHUNK_BYTES),
        Math.floor(Math.max(first, last - 1) / CHUNK_BYTES),
      );
      let filled = 0;
      for (const { position, bytes } of rows) {
        const offset = position * CHUNK_BYTES;
        const from = Math.max(first, offset);
        const to = Math.min(last, offset + bytes.length);
        result.set(bytes.subarray(from - offset, to - offset), from - first);
        filled += to - from;
      }
      if (filled !== result.length) throw fail({ kind: 'library-damaged', part: 'originals' });
      return result;
    }),
    remove: here((sha256: string) => {
      database.prepare('DELETE FROM original WHERE sha256 = ?').run(sha256);
    }),
    sweep: here(() => database.prepare('DELETE FROM original WHERE complete = 0').run().changes),
  };
}

function prepareSchema(database: LibraryDatabase): void {
  const found = Number(database.pragma('user_version', { simple: true }));
  if (found > ORIGINALS_SCHEMA_VERSION) {
    throw fail({ kind: 'library-newer', found, supported: ORIGINALS_SCHEMA_VERSION });
  }
  if (found === ORIGINALS_SCHEMA_VERSION) return;
  database.transaction(() => {
    database.exec(SCHEMA);
    database.pragma(`user_version=${ORIGINALS_SCHEMA_VERSION}`);
  })();
}

function startWriting(database: LibraryDatabase, sha256: string, size: number): OriginalWriter {
  database.prepare('DELETE FROM original WHERE sha256 = ? AND complete = 0').run(sha256);
  const id = database
    .prepare('INSERT INTO original (sha256, size, complete) VALUES (?, ?, 0)')
    .run(sha256, size).lastInsertRowid;
  const insert = database.prepare(
    'INSERT INTO chunk (original_id, position, bytes) VALUES (?, ?, ?)',
  );
  let position = 0;
  let written = 0;
  return {
    append: (bytes) => {
      insert.run(id, position, bytes);
      position += 1;
      written += bytes.length;
    },
    finish: () => {
      if (written !== size) throw new Error('Original has another length than announced');
      database.prepare('UPDATE original SET complete = 1 WHERE id = ?').run(id);
    },
    abandon: () => {
      database.prepare('DELETE FROM original WHERE id = ?').run(id);
    },
  };
}
