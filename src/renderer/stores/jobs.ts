/** Long work: what runs now and what ended while the library is open. */
import { create } from 'zustand';
import type { Job } from '../../shared/domain/job.ts';
import { call } from '../api.ts';
import { showFailure } from './notices.ts';

export interface JobsSlice {
  /** By id, oldest first. */
  readonly jobs: ReadonlyMap<number, Job>;
  /** When the last news of a job came; milliseconds since the epoch. */
  readonly heardAt: number;
  /** The import whose report is open, by its batch. */
  readonly reportOf: number | 'latest' | null;
}

export const useJobs = create<JobsSlice>()(() => ({ jobs: new Map(), heardAt: 0, reportOf: null }));

/** Takes in what was pushed; answers the job as it was known before. */
export function noteJob(job: Job): Job | undefined {
  const { jobs } = useJobs.getState();
  useJobs.setState({ jobs: new Map(jobs).set(job.id, job), heardAt: Date.now() });
  return jobs.get(job.id);
}

/** Learns of the jobs that began before this page heard events; answers those. */
export async function loadJobs(): Promise<readonly Job[]> {
  const outcome = await call('job.list', {});
  if (!outcome.ok) {
    showFailure(outcome.failure);
    return [];
  }
  const { jobs } = useJobs.getState();
  useJobs.setState({
    jobs: new Map([...outcome.value.map((job) => [job.id, job] as const), ...jobs]),
  });
  return outcome.value.filter(({ id }) => !jobs.has(id));
}

/** Opens the report of an import; null closes it. */
export function showReport(batchId: JobsSlice['reportOf']): void {
  useJobs.setState({ reportOf: batchId });
}

export function runningJob(slice: JobsSlice): Job | undefined {
  return [...slice.jobs.values()].findLast((job) => job.state.kind === 'running');
}

/** The job to show in the status bar: the newest that runs, else an import that can go on, else what ended last. */
export function currentJob(slice: JobsSlice): Job | undefined {
  const jobs = [...slice.jobs.values()].filter(
    ({ state, total }) => state.kind !== 'failed' || total > 0,
  );
  return (
    runningJob(slice) ??
    jobs.findLast(
      ({ what, state }) =>
        what === 'import' && (state.kind === 'paused' || state.kind === 'failed'),
    ) ??
    jobs.findLast(({ what, state }) => what === 'import' || isDoneBackup(what, state))
  );
}

/** One that failed or was cancelled has left nothing, and was told of when it ended. */
function isDoneBackup(what: Job['what'], state: Job['state']): boolean {
  return what === 'backup' && state.kind === 'done';
}
