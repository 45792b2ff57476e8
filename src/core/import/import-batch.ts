/**
 * Works off a batch of the import queue: every file ends in a reported outcome, and no file stops the batch. The outcome
 * is written in the transaction that makes the document exist, so after a crash nothing is imported twice or half.
 */
import { setImmediate } from 'node:timers/promises';
import type { ImportOutcome, ImportReportLine } from '../../shared/domain/job.ts';
import { fail, failureOf } from '../../shared/failure.ts';
import {
  addItems,
  batchRoots,
  batchState,
  cancelBatch,
  clearItems,
  countAttempt,
  countItems,
  forgetRoots,
  getItem,
  itemAfter,
  nextWaiting,
  setBatchState,
  settleItem,
  type ImportItem,
} from '../library/queries/import-batch.ts';
import { importFile, type ImportDependencies } from './import-file.ts';
import { fileNameOf, pathWords } from './source-path.ts';
import { walk, type FoundFile } from './walk.ts';

/** Why a batch was stopped, as `signal.reason`; any other reason is a cancelling. */
export type StopReason = 'pause' | 'close';

export interface BatchCallbacks {
  readonly signal: AbortSignal;
  readonly onFile: (line: ImportReportLine) => void;
  /** `current` is a base name: shown, never logged. */
  readonly onProgress: (progress: { done: number; total: number; current: string }) => void;
}

/** Files found that are written to the queue in one transaction. */
const FOUND_AT_ONCE = 500;
/** A file over which the program died so often is reported and left alone. */
const MOST_ATTEMPTS = 3;

/**
 * One file at a time, in the order given, folders sorted by name. When the signal aborts, the file under way waits
 * again; a cancelled batch leaves out what waits.
 * @throws FailureError when the library itself cannot go on (`disk-full`, `library-gone`, `library-damaged` …); what was
 *   reported before is safely stored, the rest goes on when the batch is run again.
 */
export async function runBatch(
  dependencies: ImportDependencies,
  batchId: number,
  callbacks: BatchCallbacks,
): Promise<void> {
  const { database } = dependencies.library;
  const { signal, onFile } = callbacks;
  try {
    await prepare(dependencies, batchId, signal);
    await workOff(dependencies, batchId, callbacks);
  } catch (error) {
    if (!signal.aborted) {
      stopIn(dependencies, batchId, 'waiting');
      throw fail(failureOf(error));
    }
  }
  if (!signal.aborted) setBatchState(database, batchId, 'done');
  else if (signal.reason === 'pause') stopIn(dependencies, batchId, 'paused');
  else if (signal.reason === 'close') stopIn(dependencies, batchId, 'waiting');
  else for (const item of cancelBatch(database, batchId)) onFile(toLine(item));
}

/** Finds the files of a new batch; notes over which file the program died. */
async function prepare(
  { library: { database } }: ImportDependencies,
  batchId: number,
  signal: AbortSignal,
): Promise<void> {
  const state = batchState(database, batchId);
  if (state === 'counting') {
    clearItems(database, batchId);
    let found: FoundFile[] = [];
    for await (const file of walk(batchRoots(database, batchId), signal)) {
      if (found.push(file) < FOUND_AT_ONCE) continue;
      addItems(database, batchId, found);
      found = [];
    }
    addItems(database, batchId, found);
  } else if (state === 'running') {
    const interrupted = nextWaiting(database, batchId);
    if (interrupted !== undefined) countAttempt(database, interrupted);
  }
  // Stopped while counting, it is counted again.
  if (signal.aborted) return;
  database.transaction(() => {
    setBatchState(database, batchId, 'running');
    forgetRoots(database, batchId);
  })();
}

async function workOff(
  dependencies: ImportDependencies,
  batchId: number,
  { signal, onFile, onProgress }: BatchCallbacks,
): Promise<void> {
  const { database } = dependencies.library;
  const total = countItems(database, batchId);
  let done = 0;
  for (let item = itemAfter(database, batchId, 0); item; done += 1) {
    if (item.outcome === null) {
      if (signal.aborted) break;
      onProgress({ done, total, current: fileNameOf(item.path) });
      await workOn(dependencies, item, signal);
      await setImmediate();
    }
    const settled = getItem(database, item.id);
    if (settled) onFile(toLine(settled));
    item = itemAfter(database, batchId, item.id);
  }
  onProgress({ done, total, current: '' });
}

async function workOn(
  dependencies: ImportDependencies,
  { id, path, attempts }: ImportItem,
  signal: AbortSignal,
): Promise<void> {
  const settle = (outcome: ImportOutcome): void =>
    settleItem(dependencies.library.database, id, outcome);
  if (attempts < MOST_ATTEMPTS) return importFile(dependencies, { path, signal, settle });
  settle({ kind: 'unreadable', documentId: null, reason: 'crashed' });
}

/** Nothing can be written when the disk is full or gone; the state of before tells the next opening enough. */
function stopIn(
  { library: { database } }: ImportDependencies,
  batchId: number,
  state: 'waiting' | 'paused',
): void {
  try {
    if (batchState(database, batchId) !== 'counting') setBatchState(database, batchId, state);
  } catch {
    return;
  }
}

export function toLine(item: ImportItem): ImportReportLine {
  const { id, path, outcome, pages, pagesWithoutText, pagesGarbled } = item;
  return {
    id,
    path: pathWords(path),
    fileName: fileNameOf(path),
    outcome: outcome ?? { kind: 'waiting' },
    pages,
    pagesWithoutText,
    pagesGarbled,
  };
}
