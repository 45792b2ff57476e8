import type { Job } from '../../../shared/domain/job.ts';

/** Before this much of a job is known, any guess would jump about. */
const LEAST_MS = 5_000;

/**
 * Minutes a job will still take at the pace it had so far; null while that cannot be said.
 * @param now milliseconds since the epoch
 */
export function timeLeft(job: Job, now: number): number | null {
  const spent = now - job.startedAt;
  if (spent < LEAST_MS || job.done === 0 || job.done >= job.total) return null;
  return ((spent / job.done) * (job.total - job.done)) / 60_000;
}
