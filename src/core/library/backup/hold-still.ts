/** Keeps the file of an open database as it is while it is copied; changes go on in the log beside it. */
import { fail } from '../../../shared/failure.ts';
import { connect, usesLog, type LibraryDatabase } from '../connection.ts';
import type { StoredPages } from '../page-check.ts';

export interface StillFile {
  /** @throws FailureError `library-busy` when it was changed all the same. */
  assertUnchanged(): void;
  release(): void;
}

/**
 * With a log: everything in it is brought into the file, and then a reader stands in the way of bringing in more. Without
 * one (network drives, a full disk, a library that is only read) nothing keeps others from changing the file, but every
 * change shows on its first page, which counts them.
 * @throws FailureError `library-busy` when the log cannot be brought in, because somebody is reading an older state.
 */
export function holdStill(
  database: LibraryDatabase,
  pages: StoredPages,
  key: Uint8Array,
): StillFile {
  if (database.readonly || !usesLog(database)) {
    const before = pages.read(1, 1);
    return {
      assertUnchanged() {
        if (!pages.read(1, 1).equals(before)) throw fail({ kind: 'library-busy' });
      },
      release: () => undefined,
    };
  }
  const [state] = database.pragma('wal_checkpoint(FULL)') as Checkpoint[];
  const reader = connect(database.name, key, 'read');
  if (state?.busy !== 0 || state.log !== state.checkpointed) {
    reader.close();
    throw fail({ kind: 'library-busy' });
  }
  // With nothing left in the log it reads the file alone, and no checkpoint writes to a file that is read so.
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM sqlite_master').get();
  return { assertUnchanged: () => undefined, release: () => reader.close() };
}

interface Checkpoint {
  readonly busy: number;
  /** Pages in the log, and those of them that are in the file, too. */
  readonly log: number;
  readonly checkpointed: number;
}
