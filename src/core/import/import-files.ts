/** Imports a batch of files and folders: every file ends in a reported outcome, and no file stops the batch. */
import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { ImportOutcome, ImportReportLine } from '../../shared/domain/job.ts';
import { fail, failureOf } from '../../shared/failure.ts';
import { importFile, type ImportDependencies } from './import-file.ts';
import { walk, type FoundFile } from './walk.ts';

export type { ImportDependencies };

export interface ImportCallbacks {
  /** What is not finished when it aborts is reported as skipped. */
  readonly signal: AbortSignal;
  readonly onFile: (line: ImportReportLine) => void;
  /** `current` is a base name: shown, never logged. */
  readonly onProgress: (progress: { done: number; total: number; current: string }) => void;
}

/**
 * One file at a time, in the order given, folders sorted by name.
 * @throws FailureError when the library itself cannot go on (`disk-full`, `library-gone`, `library-damaged` …); what was
 *   reported before is safely stored.
 */
export async function importFiles(
  dependencies: ImportDependencies,
  paths: readonly string[],
  { signal, onFile, onProgress }: ImportCallbacks,
): Promise<void> {
  const files = await findAll(paths, signal);
  let done = 0;
  for (const file of files) {
    const fileName = basename(file.path);
    onProgress({ done, total: files.length, current: fileName });
    const outcome = await outcomeOf(dependencies, file, signal);
    onFile({ path: file.path, fileName, outcome });
    // What was left out because of the cancelling was not done.
    if (outcome.kind !== 'skipped' || outcome.reason !== 'cancelled') done += 1;
    await setImmediate();
  }
  onProgress({ done, total: files.length, current: '' });
}

async function findAll(paths: readonly string[], signal: AbortSignal): Promise<FoundFile[]> {
  const files: FoundFile[] = [];
  for await (const file of walk(paths, signal)) files.push(file);
  return files;
}

async function outcomeOf(
  dependencies: ImportDependencies,
  { path, outcome }: FoundFile,
  signal: AbortSignal,
): Promise<ImportOutcome> {
  if (outcome) return outcome;
  if (signal.aborted) return { kind: 'skipped', reason: 'cancelled' };
  try {
    return await importFile(dependencies, path, signal);
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === 'cancelled') return { kind: 'skipped', reason: 'cancelled' };
    throw fail(failure);
  }
}
