/** One rescue at a time, while no library is open. */
import { rescueByRequest } from '../../core/handlers/rescue.ts';
import { fail, toOutcome, type Outcome } from '../../shared/failure.ts';
import { createI18n } from '../../shared/i18n/index.ts';
import { contract, type PushedEvent } from '../../shared/ipc/contract.ts';

/** Progress is pushed at most this often (milliseconds). */
const PUSH_INTERVAL_MS = 100;

export interface RescueDesk {
  readonly start: (request: unknown, defaultPlace: string) => Promise<Outcome<unknown>>;
  /** Does nothing while none runs. */
  readonly stop: (request: unknown) => Promise<Outcome<null>>;
}

export function createRescueDesk(push: (event: PushedEvent) => void): RescueDesk {
  let running: AbortController | undefined;
  return {
    start: (request, defaultPlace) =>
      toOutcome(async () => {
        if (running) throw fail({ kind: 'invalid-request' });
        running = new AbortController();
        let pushedAt = 0;
        try {
          return await rescueByRequest(request, {
            defaultPlace,
            words: createI18n(),
            signal: running.signal,
            onProgress(now) {
              if (performance.now() - pushedAt < PUSH_INTERVAL_MS) return;
              pushedAt = performance.now();
              push({ kind: 'rescue-progress', ...now });
            },
          });
        } finally {
          running = undefined;
        }
      }),
    stop: (request) =>
      toOutcome(() => {
        const checked = contract['session.stop-rescue'].request.safeParse(request);
        if (!checked.success) throw fail({ kind: 'invalid-request' });
        running?.abort();
        return null;
      }),
  };
}
