/** Imports run as jobs over the import queue of the library, which keeps their reports, too. */
import { needsAttention } from '../../shared/domain/job.ts';
import { fail } from '../../shared/failure.ts';
import { runBatch, toLine } from '../import/import-batch.ts';
import {
  batchState,
  countItems,
  createBatch,
  deleteBatch,
  listBatches,
  listItems,
} from '../library/queries/import-batch.ts';
import type { JobReporter } from '../jobs/job-registry.ts';
import type { LibraryContext } from './context.ts';
import type { Handler } from './handler.ts';

export const importHandlers: {
  'import.start': Handler<'import.start'>;
  'import.report': Handler<'import.report'>;
  'import.list': Handler<'import.list'>;
  'import.forget': Handler<'import.forget'>;
  'job.list': Handler<'job.list'>;
  'job.cancel': Handler<'job.cancel'>;
  'job.pause': Handler<'job.pause'>;
  'job.resume': Handler<'job.resume'>;
} = {
  'import.start'(context, { paths }) {
    context.library.access.assertWritable();
    const batchId = createBatch(context.library.database, paths);
    startBatch(context, { batchId });
    return batchId;
  },
  'import.report'({ library: { database } }, { batchId }) {
    if (batchState(database, batchId) === undefined) throw fail({ kind: 'not-found', noun: 'job' });
    return listItems(database, batchId).map(toLine);
  },
  'import.list': ({ library }) => listBatches(library.database),
  'import.forget'({ library: { database } }, { batchId }) {
    const state = batchState(database, batchId);
    if (state !== 'done' && state !== 'cancelled') throw fail({ kind: 'not-found', noun: 'job' });
    deleteBatch(database, batchId);
    return null;
  },
  'job.list': ({ jobs }) => jobs.list(),
  'job.cancel': ({ jobs }, { jobId }) => (jobs.cancel(jobId), null),
  'job.pause': ({ jobs }, { jobId }) => (jobs.pause(jobId), null),
  'job.resume': ({ jobs }, { jobId }) => (jobs.resume(jobId), null),
};

/**
 * Finds what an earlier session left; to be called before anything new is begun.
 * @returns goes on with it: oldest first, what a person paused stays paused.
 */
export function unfinishedImports(context: LibraryContext): () => void {
  const unfinished = listBatches(context.library.database)
    .filter(({ state }) => state !== 'done' && state !== 'cancelled')
    .reverse();
  return () => {
    for (const { id: batchId, state, ...counts } of unfinished) {
      startBatch(context, { batchId, resumed: true, paused: state === 'paused' }, counts);
    }
  };
}

function startBatch(
  context: LibraryContext,
  batch: { batchId: number; resumed?: boolean; paused?: boolean },
  counts = { done: 0, total: 0 },
): void {
  const { done, total } = counts;
  context.jobs.start({ what: 'import', ...batch, done, total }, (reporter) =>
    workOff(context, batch.batchId, reporter),
  );
}

async function workOff(
  context: LibraryContext,
  batchId: number,
  reporter: JobReporter,
): Promise<void> {
  const { database } = context.library;
  await runBatch(context, batchId, {
    signal: reporter.signal,
    onProgress: (now) => reporter.progress(now),
    onFile(line) {
      if (needsAttention(line)) reporter.problem();
      context.push({ kind: 'library-changed', what: ['document'] });
    },
  });
  if (reporter.signal.aborted || countItems(database, batchId) > 0) return;
  deleteBatch(database, batchId);
  throw fail({ kind: 'nothing-to-import' });
}
