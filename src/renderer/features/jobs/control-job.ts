import { call } from '../../api.ts';
import { showFailure } from '../../stores/notices.ts';

/** Pauses, goes on with or cancels a job; what became of it comes as an event. */
export async function controlJob(
  what: 'pause' | 'resume' | 'cancel',
  jobId: number,
): Promise<void> {
  const outcome = await call(`job.${what}`, { jobId });
  if (!outcome.ok) showFailure(outcome.failure);
}
