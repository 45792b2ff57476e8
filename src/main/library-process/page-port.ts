/**
 * The library process' end of the port of the page. The page is not trusted: its messages are of any shape until they
 * are checked here and, by the schema of their channel, in the handlers.
 */
import { z } from 'zod';
import type { Outcome } from '../../shared/failure.ts';
import type { PortMessage } from '../../shared/ipc/bridge.ts';
import type { PushedEvent } from '../../shared/ipc/contract.ts';

const requestSchema = z.strictObject({
  id: z.int().nonnegative(),
  channel: z.string().max(100),
  request: z.unknown(),
});

export interface PagePort {
  /** Serves a new page; the one before is let go, since it is no longer shown. */
  connect(port: Electron.MessagePortMain): void;
  /** Tells the page something; dropped while there is none. */
  readonly push: (event: PushedEvent) => void;
}

/** @param answer never rejects */
export function createPagePort(
  answer: (channel: string, request: unknown) => Promise<Outcome<unknown>>,
): PagePort {
  let current: Electron.MessagePortMain | undefined;

  async function receive(port: Electron.MessagePortMain, data: unknown): Promise<void> {
    const message = requestSchema.safeParse(data);
    if (!message.success) return;
    const { id, channel, request } = message.data;
    const outcome = await answer(channel, request);
    if (port === current) post(port, { kind: 'answer', id, outcome });
  }

  return {
    connect(port) {
      current?.close();
      current = port;
      port.on('message', ({ data }) => void receive(port, data));
      port.start();
    },
    push(event) {
      if (current) post(current, { kind: 'event', event });
    },
  };
}

function post(port: Electron.MessagePortMain, message: PortMessage): void {
  port.postMessage(message);
}
