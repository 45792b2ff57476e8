/** Long work: started here, shown everywhere, cancelled from anywhere. */
import type { Job } from '../../shared/domain/job.ts';
import { fail, failureOf } from '../../shared/failure.ts';

/** Progress is pushed at most this often (milliseconds); the end of a job always is. */
const PUSH_INTERVAL_MS = 100;

export interface JobReporter {
  readonly signal: AbortSignal;
  progress(now: { done: number; total: number; current: string }): void;
  /** Counts one thing that needs the person's attention; the job goes on. */
  problem(): void;
}

export interface JobRegistry {
  /** Answers the job's id at once; the work starts when earlier jobs of its kind have ended. */
  start(what: Job['what'], work: (reporter: JobReporter) => Promise<void>): number;
  list(): readonly Job[];
  /** @throws FailureError `not-found`. */
  cancel(id: number): void;
  /** Cancels everything and waits until it has stopped. */
  stop(): Promise<void>;
}

interface RunningJob {
  job: Job;
  readonly abort: AbortController;
  finished: Promise<void>;
  pushedAt: number;
}

export function createJobRegistry(push: (job: Job) => void): JobRegistry {
  const jobs = new Map<number, RunningJob>();
  const lastOfKind = new Map<Job['what'], Promise<void>>();

  const update = (running: RunningJob, patch: Partial<Job>): void => {
    running.job = { ...running.job, ...patch };
    const now = Date.now();
    if (running.job.state.kind === 'running' && now - running.pushedAt < PUSH_INTERVAL_MS) return;
    running.pushedAt = now;
    push(running.job);
  };

  return {
    start(what, work) {
      const id = jobs.size + 1;
      const running: RunningJob = {
        job: {
          id,
          what,
          state: { kind: 'running' },
          done: 0,
          total: 0,
          current: '',
          failures: 0,
          startedAt: Date.now(),
        },
        abort: new AbortController(),
        finished: Promise.resolve(),
        pushedAt: 0,
      };
      jobs.set(id, running);
      const reporter: JobReporter = {
        signal: running.abort.signal,
        progress: (now) => update(running, now),
        problem: () => update(running, { failures: running.job.failures + 1 }),
      };
      running.finished = (lastOfKind.get(what) ?? Promise.resolve())
        .then(() => work(reporter))
        .then(
          () => finish(running, running.abort.signal.aborted ? 'cancelled' : 'done'),
          (error: unknown) => {
            const failure = failureOf(error);
            if (failure.kind === 'cancelled') finish(running, 'cancelled');
            else update(running, { state: { kind: 'failed', failure } });
          },
        );
      lastOfKind.set(what, running.finished);
      return id;
    },
    list: () => [...jobs.values()].map(({ job }) => job),
    cancel(id) {
      const running = jobs.get(id);
      if (!running) throw fail({ kind: 'not-found', noun: 'job' });
      running.abort.abort();
    },
    async stop() {
      for (const { abort } of jobs.values()) abort.abort();
      await Promise.all([...jobs.values()].map(({ finished }) => finished));
    },
  };

  function finish(running: RunningJob, kind: 'done' | 'cancelled'): void {
    update(running, { state: { kind }, current: '' });
  }
}
