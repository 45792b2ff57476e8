/** Long work with progress. */

import type { Failure } from '../failure.ts';
import type { UnreadableReason } from './source-document.ts';

export type JobState =
  | { kind: 'running' }
  /** Goes on when a person says so. */
  | { kind: 'paused' }
  | { kind: 'done' }
  | { kind: 'cancelled' }
  /** An import that failed (disk full) can go on, too. */
  | { kind: 'failed'; failure: Failure };

export interface Job {
  readonly id: number;
  readonly what: 'import' | 'export' | 'index' | 'backup';
  /** The batch of an import: its report is asked for by this. */
  readonly batchId: number | null;
  /** The batch was begun before the library was last closed. */
  readonly resumed: boolean;
  readonly state: JobState;
  readonly done: number;
  readonly total: number;
  /** What is being worked on now: a file's base name, shown and never logged. */
  readonly current: string;
  readonly failures: number;
  /** When it was begun or last went on: milliseconds since the epoch. */
  readonly startedAt: number;
  /** What `done` was then. */
  readonly doneAtStart: number;
}

/** Every file of a batch ends in exactly one of these. */
export type ImportOutcome =
  | { kind: 'imported'; documentId: number }
  | { kind: 'duplicate'; documentId: number }
  | { kind: 'needs-ocr'; documentId: number }
  | { kind: 'password-needed'; documentId: number }
  | { kind: 'unreadable'; documentId: number | null; reason: UnreadableReason }
  | { kind: 'skipped'; reason: SkipReason }
  /** Its turn has not come yet. */
  | { kind: 'waiting' }
  /** What it became was deleted since, and its name with it. */
  | { kind: 'deleted' };

export type SkipReason = 'hidden' | 'symlink' | 'not-a-regular-file' | 'cancelled';

/** One line of an import report. */
export interface ImportReportLine {
  readonly id: number;
  /** The path as given or found below a given folder; only the encrypted library keeps it. */
  readonly path: string;
  readonly fileName: string;
  readonly outcome: ImportOutcome;
  /** Of the document it became: pages in all, without text, and with text that search cannot use. */
  readonly pages: number;
  readonly pagesWithoutText: number;
  readonly pagesGarbled: number;
}

/** An import, now or earlier. */
export interface ImportBatch {
  readonly id: number;
  readonly state: 'counting' | 'waiting' | 'running' | 'paused' | 'done' | 'cancelled';
  /** ISO 8601 instant, UTC. */
  readonly createdAt: string;
  readonly done: number;
  readonly total: number;
}

/** From this share of pages without text on, a person should look: fewer are covers and blank sides. */
const MANY_WITHOUT_TEXT = 0.25;

/** Whether a person has to do something about the file. */
export function needsAttention(
  line: Pick<ImportReportLine, 'outcome' | 'pages' | 'pagesWithoutText' | 'pagesGarbled'>,
): boolean {
  if (['needs-ocr', 'password-needed', 'unreadable'].includes(line.outcome.kind)) return true;
  if (line.outcome.kind !== 'imported') return false;
  return line.pagesGarbled > 0 || line.pagesWithoutText > line.pages * MANY_WITHOUT_TEXT;
}
