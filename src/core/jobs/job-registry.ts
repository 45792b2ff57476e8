/** Long work: started here, shown everywhere, paused and cancelled from anywhere. */
import type { Job } from '../../shared/domain/job.ts';
import { fail, failureOf } from '../../shared/failure.ts';

/** Progress is pushed at most this often (milliseconds); a change of state always is. */
const PUSH_INTERVAL_MS = 100;

/** Why the work has to stop, as `signal.reason`. Only what is cancelled does not come back. */
export type StopReason = 'cancel' | 'pause' | 'close';

export interface JobReporter {
  readonly signal: AbortSignal;
  progress(now: { done: number; total: number; current: string }): void;
  /** Counts one thing that needs the person's attention; the job goes on. */
  problem(): void;
}

/** Called again when a paused job goes on, and, with its signal aborted, when one is cancelled while it is paused. */
export type JobWork = (reporter: JobReporter) => Promise<void>;

export interface NewJob {
  readonly what: Job['what'];
  readonly batchId?: number;
  readonly resumed?: boolean;
  /** Does nothing until `resume`. */
  readonly paused?: boolean;
  readonly done?: number;
  readonly total?: number;
}

export interface JobRegistry {
  /** Answers the job's id at once; the work starts when earlier jobs of its kind have ended. */
  start(job: NewJob, work: JobWork): number;
  list(): readonly Job[];
  /** @throws FailureError `not-found`. */
  cancel(id: number): void;
  /** Stops the work until `resume`. @throws FailureError `not-found`. */
  pause(id: number): void;
  /** Goes on with what is paused or failed. @throws FailureError `not-found`. */
  resume(id: number): void;
  /** Stops everything and waits until it has stopped. */
  stop(): Promise<void>;
}

interface KnownJob {
  job: Job;
  readonly work: JobWork;
  abort: AbortController;
  finished: Promise<void>;
  pushedAt: number;
}

export function createJobRegistry(push: (job: Job) => void): JobRegistry {
  const jobs = new Map<number, KnownJob>();
  const lastOfKind = new Map<Job['what'], Promise<void>>();

  function update(known: KnownJob, patch: Partial<Job>): void {
    const before = known.job.state.kind;
    known.job = { ...known.job, ...patch };
    const now = Date.now();
    const isSame = known.job.state.kind === before;
    if (isSame && now - known.pushedAt < PUSH_INTERVAL_MS) return;
    known.pushedAt = now;
    push(known.job);
  }

  /** @param stopped the work is only to tidy up. */
  function run(known: KnownJob, stopped?: StopReason): void {
    const { what } = known.job;
    known.abort = new AbortController();
    if (stopped) known.abort.abort(stopped);
    const { signal } = known.abort;
    update(known, { state: { kind: 'running' }, failures: 0, current: '' });
    known.finished = (lastOfKind.get(what) ?? Promise.resolve())
      .then(() => known.work(reporterOf(known, signal)))
      .then(
        () => update(known, { state: { kind: endOf(signal) }, current: '' }),
        (error: unknown) => {
          const failure = failureOf(error);
          const state: Job['state'] =
            failure.kind === 'cancelled' ? { kind: endOf(signal) } : { kind: 'failed', failure };
          update(known, { state, current: '' });
        },
      );
    lastOfKind.set(what, known.finished);
  }

  function reporterOf(known: KnownJob, signal: AbortSignal): JobReporter {
    let begun = false;
    return {
      signal,
      progress(now) {
        const start = begun ? {} : { startedAt: Date.now(), doneAtStart: now.done };
        begun = true;
        update(known, { ...now, ...start });
      },
      problem: () => update(known, { failures: known.job.failures + 1 }),
    };
  }

  function find(id: number): KnownJob {
    const known = jobs.get(id);
    if (!known) throw fail({ kind: 'not-found', noun: 'job' });
    return known;
  }

  return {
    start({ what, batchId = null, resumed = false, paused = false, done = 0, total = 0 }, work) {
      const id = jobs.size + 1;
      const job: Job = {
        id,
        what,
        batchId,
        resumed,
        state: { kind: paused ? 'paused' : 'running' },
        done,
        total,
        current: '',
        failures: 0,
        startedAt: Date.now(),
        doneAtStart: 0,
      };
      const known: KnownJob = {
        job,
        work,
        abort: new AbortController(),
        finished: Promise.resolve(),
        pushedAt: Date.now(),
      };
      jobs.set(id, known);
      push(job);
      if (!paused) run(known);
      return id;
    },
    list: () => [...jobs.values()].map(({ job }) => job),
    cancel(id) {
      const known = find(id);
      if (known.job.state.kind === 'running') known.abort.abort('cancel');
      else if (canGoOn(known.job)) run(known, 'cancel');
    },
    pause: (id) => find(id).abort.abort('pause'),
    resume(id) {
      const known = find(id);
      if (canGoOn(known.job)) run(known);
    },
    async stop() {
      for (const { abort } of jobs.values()) abort.abort('close');
      await Promise.all([...jobs.values()].map(({ finished }) => finished));
    },
  };
}

function canGoOn({ state }: Job): boolean {
  return state.kind === 'paused' || state.kind === 'failed';
}

function endOf(signal: AbortSignal): 'done' | 'paused' | 'cancelled' {
  if (!signal.aborted) return 'done';
  return signal.reason === 'cancel' ? 'cancelled' : 'paused';
}
