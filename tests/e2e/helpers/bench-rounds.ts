/** What a person does while something runs, asked in the page itself. Each function is sent there whole. */
import type { AppBatchQuestions, QuestionTimes } from '../../../bench/import/app-batch.ts';

export type Question = AppBatchQuestions[number];

interface Rounds {
  readonly times: QuestionTimes;
  /** Milliseconds by which the page was late, looked at every 10 ms. */
  readonly delays: readonly number[];
}

/** What is left in the page until the rounds are stopped. */
interface BenchWorld {
  benchStop?: (now: boolean) => Promise<Rounds>;
}

/** Asks round after round: so many, or until `stopRounds`. */
export function startRounds({
  questions,
  rounds,
}: {
  readonly questions: AppBatchQuestions;
  readonly rounds: number;
}): void {
  const EVERY_MS = 60;
  const PROBE_MS = 10;
  const times: Record<string, number[]> = { open: [], search: [], save: [] };
  const delays: number[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<Rounds>();
  let left = rounds;
  const bridge = window.kartoteka as unknown as {
    invoke(channel: string, request: unknown): Promise<{ ok: boolean }>;
  };

  async function ask(channel: string, request: unknown): Promise<void> {
    const outcome = await bridge.invoke(channel, request);
    if (!outcome.ok) throw new Error(channel);
  }

  /** A question comes at a moment of its own; what it waits until somebody listens counts. */
  function askLater(kind: string, question: () => Promise<void>, next: () => void): void {
    const at = performance.now() + EVERY_MS;
    setTimeout(() => {
      void question().then(() => {
        times[kind]?.push(performance.now() - at);
        next();
      }, reject);
    }, EVERY_MS);
  }

  async function open(documentId: number): Promise<void> {
    await ask('document.get', { documentId });
    await ask('passage.list', { documentId });
    await ask('document.pages', { documentId, from: 1, to: 8 });
  }

  function askAll(round: number): void {
    if (left <= 0) return resolve({ times: times as unknown as QuestionTimes, delays });
    left -= 1;
    const { documentId = 1, command } = questions[round % questions.length] ?? {};
    const search = (): Promise<void> => ask('search.query', { query: 'ferry orvel', limit: 50 });
    const save = (): Promise<void> => ask('command.run', { command });
    askLater(
      'open',
      () => open(documentId),
      () => askLater('search', search, () => askLater('save', save, () => askAll(round + 1))),
    );
  }

  function probe(since: number): void {
    setTimeout(() => {
      const now = performance.now();
      delays.push(Math.max(0, now - since - PROBE_MS));
      if (left > 0) probe(now);
    }, PROBE_MS);
  }

  askAll(0);
  probe(performance.now());
  Object.assign(globalThis, {
    benchStop: (now: boolean) => {
      if (now) left = 0;
      return promise;
    },
  });
}

/**
 * @param now rather than after the rounds that were asked for.
 * @throws Error when a question was refused.
 */
export async function stopRounds(now: boolean): Promise<Rounds> {
  const { benchStop } = globalThis as BenchWorld;
  if (!benchStop) throw new Error('No rounds were started');
  return benchStop(now);
}
