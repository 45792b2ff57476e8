/** Long work with progress. */

import type { UnreadableReason } from './source-document.ts';

export type JobState =
  | { kind: 'running' }
  | { kind: 'done' }
  | { kind: 'cancelled' }
  | { kind: 'failed'; failure: import('../failure.ts').Failure };

export interface Job {
  readonly id: number;
  readonly what: 'import' | 'export' | 'index';
  readonly state: JobState;
  readonly done: number;
  readonly total: number;
  /** What is being worked on now: a file's base name, shown and never logged. */
  readonly current: string;
  readonly failures: number;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
}

/** Every file of a batch ends in exactly one of these. */
export type ImportOutcome =
  | { kind: 'imported'; documentId: number }
  | { kind: 'duplicate'; documentId: number }
  | { kind: 'needs-ocr'; documentId: number }
  | { kind: 'password-needed'; documentId: number }
  | { kind: 'unreadable'; documentId: number | null; reason: UnreadableReason }
  | { kind: 'skipped'; reason: SkipReason };

export type SkipReason = 'hidden' | 'symlink' | 'not-a-regular-file' | 'cancelled';

/** One line of an import report. */
export interface ImportReportLine {
  /** The path as given or found below a given folder; kept in memory only. */
  readonly path: string;
  readonly fileName: string;
  readonly outcome: ImportOutcome;
}

/** Whether a person has to do something about the file. */
export function needsAttention(outcome: ImportOutcome): boolean {
  return ['needs-ocr', 'password-needed', 'unreadable'].includes(outcome.kind);
}
