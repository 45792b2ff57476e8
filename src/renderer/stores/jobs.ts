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
  /** The job whose report is open. */
  readonly reportOf: number | null;
}

export const useJobs = create<JobsSlice>()(() => ({ jobs: new Map(), heardAt: 0, reportOf: null }));

/** Takes in what was pushed; answers the job as it was known before. */
export function noteJob(job: Job): Job | undefined {
  const { jobs } = useJobs.getState();
  useJobs.setState({ jobs: new Map(jobs).set(job.id, job), heardAt: Date.now() });
  return jobs.get(job.id);
}

/** Takes in the jobs that were started before the page was there. */
export async function loadJobs(): Promise<void> {
  const outcome = await call('job.list', {});
  if (!outcome.ok) return showFailure(outcome.failure);
  const known = useJobs.getState().jobs;
  // What was pushed meanwhile is newer.
  for (const job of outcome.value) if (!known.has(job.id)) noteJob(job);
}

export function showReport(jobId: number | null): void {
  useJobs.setState({ reportOf: jobId });
}

/** The job to show in the status bar: the newest that runs. */
export function runningJob(slice: JobsSlice): Job | undefined {
  return [...slice.jobs.values()].findLast((job) => job.state.kind === 'running');
}
