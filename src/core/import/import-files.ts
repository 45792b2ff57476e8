/** Puts files and folders into the import queue and works them off at once. */
import { createBatch, deleteBatch, countItems } from '../library/queries/import-batch.ts';
import { runBatch, type BatchCallbacks } from './import-batch.ts';
import type { ImportDependencies } from './import-file.ts';

export type { ImportDependencies };

/**
 * @param paths absolute.
 * @returns the batch; null when there was nothing to import.
 * @throws FailureError as `runBatch`.
 */
export async function importFiles(
  dependencies: ImportDependencies,
  paths: readonly string[],
  callbacks: BatchCallbacks,
): Promise<number | null> {
  const { database } = dependencies.library;
  const batchId = createBatch(database, paths);
  await runBatch(dependencies, batchId, callbacks);
  if (countItems(database, batchId) > 0) return batchId;
  deleteBatch(database, batchId);
  return null;
}
