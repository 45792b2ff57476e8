/** Stands in for the preload script, which is the edge of the interface: answers what a test tells it to. */
import type { Outcome } from '../../src/shared/failure.ts';

export interface AskedChannel {
  readonly channel: string;
  readonly request: unknown;
  answer(outcome: Outcome<unknown>): void;
}

/** Installs the bridge; every question waits in the answered list until the test answers it. */
export function installBridge(): AskedChannel[] {
  const asked: AskedChannel[] = [];
  const kartoteka = {
    invoke: (channel: string, request: unknown) =>
      new Promise<Outcome<unknown>>((answer) => asked.push({ channel, request, answer })),
    onEvent: () => () => undefined,
    pathForFile: () => '',
  };
  Object.assign(globalThis, { window: { kartoteka } });
  return asked;
}
