import type { Job } from '../../../shared/domain/job.ts';

/** Before this much of a job is known, any guess would jump about. */
const LEAST_MS = 5_000;

/**
 * Things done per minute since the work began or last went on; null while that cannot be said.
 * @param now milliseconds since the epoch
 */
export function pace(job: Job, now: number): number | null {
  const spent = now - job.startedAt;
  const done = job.done - job.doneAtStart;
  return spent < LEAST_MS || done <= 0 ? null : (done / spent) * 60_000;
}

/**
 * Minutes a job will still take at that pace; null while that cannot be said.
 * @param now milliseconds since the epoch
 */
export function timeLeft(job: Job, now: number): number | null {
  const perMinute = pace(job, now);
  return perMinute === null || job.done >= job.total ? null : (job.total - job.done) / perMinute;
}
