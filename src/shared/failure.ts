import type { RecoveryKeyProblem } from './recovery/read-recovery-key.ts';
import type { DamagedPart } from './domain/library.ts';

/**
 * Everything that is expected to go wrong, as data. A failure crosses every boundary (library process, IPC, command
 * line) in this shape; the words a person reads are `errors.<kind>` in the i18n resources. The fields hold only what
 * the person already knows (a file name they chose): failures are shown, never logged.
 */
export type Failure =
  | { kind: 'wrong-passphrase' }
  /** `keys.json` and its twin are not there (quick erase): only the recovery sheet opens the library. */
  | { kind: 'keys-gone' }
  | { kind: 'recovery-key-mistyped'; problem: RecoveryKeyProblem | null }
  | { kind: 'wrong-recovery-key' }
  /** The passphrase that was given is the one to be removed: someone must still be able to open the library. */
  | { kind: 'own-key-slot' }
  | { kind: 'too-many-key-slots' }
  /** An import or another long work goes on, or the library is being encrypted anew. */
  | { kind: 'library-busy' }
  | { kind: 'not-enough-space'; neededBytes: number }
  | { kind: 'library-missing' }
  | { kind: 'library-exists' }
  | { kind: 'library-in-use' }
  | { kind: 'library-damaged'; part: DamagedPart }
  | { kind: 'library-newer'; found: number; supported: number }
  | { kind: 'library-locked' }
  | { kind: 'library-gone' }
  /** It lies where nothing can be written, or it is damaged; reading works. */
  | { kind: 'library-read-only'; reason: 'place' | 'damaged' }
  /** It was not closed, and its changes cannot be brought in where nothing can be written. */
  | { kind: 'library-not-closed' }
  /** An older program wrote it, and it cannot be brought up to date where nothing can be written. */
  | { kind: 'library-older' }
  | { kind: 'folder-not-writable' }
  | { kind: 'disk-full' }
  | { kind: 'passphrase-too-weak' }
  | { kind: 'not-found'; noun: Noun }
  | { kind: 'name-taken'; noun: Noun }
  | { kind: 'invalid-date'; value: string }
  | { kind: 'quote-not-found' }
  | { kind: 'nothing-to-rescue' }
  | { kind: 'wrong-pdf-password' }
  | { kind: 'passages-not-placed'; count: number }
  | { kind: 'nothing-to-import' }
  | { kind: 'nothing-to-export' }
  | { kind: 'export-not-written' }
  /** Nothing is wrong with the library, but for its place when the backup was to go inside it. */
  | {
      kind: 'backup-not-written';
      reason: 'full' | 'gone' | 'not-writable' | 'not-whole' | 'inside';
    }
  | { kind: 'nothing-to-undo' }
  | { kind: 'nothing-to-redo' }
  | { kind: 'cannot-undo' }
  | { kind: 'invalid-request' }
  | { kind: 'cancelled' }
  | { kind: 'internal'; reference: string };

export type FailureKind = Failure['kind'];

/** The nouns a failure can be about; each has a name in the i18n resources (`nouns.<noun>`). */
export type Noun =
  'document' | 'page' | 'passage' | 'tag' | 'case' | 'event' | 'job' | 'key-slot' | 'saved-search';

/** A value or a failure: what every handler answers across a process boundary. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; failure: Failure };

/** Carries a Failure through synchronous code; caught once at each boundary by `toOutcome`. */
export class FailureError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.kind);
    this.name = 'FailureError';
    this.failure = failure;
  }
}

/** Shorthand: `throw fail({ kind: 'not-found', noun: 'tag' })`. */
export function fail(failure: Failure): FailureError {
  return new FailureError(failure);
}

/**
 * Runs a handler and turns what it throws into data. An unexpected error becomes `internal` with the code of the
 * error only: its message may hold a path or a text, so it never leaves the process.
 */
export async function toOutcome<T>(run: () => T | Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

/** The failure an error stands for; file system and SQLite codes are mapped to the words a person can act on. */
export function failureOf(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure;
  const code = errorCode(error);
  if (code === 'SQLITE_READONLY_DBMOVED') return { kind: 'library-gone' };
  switch (code === undefined ? code : shortCode(code)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'SQLITE_FULL':
    case NO_ROOM:
      return { kind: 'disk-full' };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { kind: 'folder-not-writable' };
    case 'SQLITE_READONLY':
      return { kind: 'library-read-only', reason: 'place' };
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
      return { kind: 'library-damaged', part: 'database' };
    case 'SQLITE_BUSY':
      return { kind: 'library-in-use' };
    case 'EIO':
    case 'ENODEV':
    case 'SQLITE_IOERR':
    case 'SQLITE_CANTOPEN':
      return { kind: 'library-gone' };
    default:
      return { kind: 'internal', reference: code ?? errorName(error) };
  }
}

/** The log's shared memory file cannot grow: the disk is full, though SQLite calls it an error of the disk. */
const NO_ROOM = 'SQLITE_IOERR_SHMSIZE';

/** SQLite adds where it happened (`SQLITE_IOERR_READ`); what to do about it is the same, but for one place. */
function shortCode(code: string): string {
  if (code === NO_ROOM) return code;
  return /^SQLITE_[A-Z]+/.exec(code)?.[0] ?? code;
}

function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

function errorName(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
