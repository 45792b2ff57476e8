/** Asks main for a drawing cage and takes its port from the preload. */
import { CAGE_PORT_CHANNEL } from '../shared/ipc/bridge.ts';
import type { Outcome } from '../shared/failure.ts';
import { call } from './api.ts';

export interface CagePort {
  /** Number of the cage, to end it with. */
  readonly cage: number;
  readonly port: MessagePort;
}

/** Ports that came before the answer that names their cage. */
const come = new Map<number, MessagePort>();
const awaited = new Map<number, (port: MessagePort) => void>();
let listening = false;

/** A cage that has opened the document, or has been told of it. */
export async function openCagePort(documentId: number): Promise<Outcome<CagePort>> {
  listen();
  const outcome = await call('document.open-cage', { documentId });
  if (!outcome.ok) return outcome;
  const cage = outcome.value;
  const port =
    come.get(cage) ?? (await new Promise<MessagePort>((take) => awaited.set(cage, take)));
  come.delete(cage);
  awaited.delete(cage);
  return { ok: true, value: { cage, port } };
}

export async function closeCagePort(cage: number): Promise<void> {
  await call('document.close-cage', { cage });
}

function listen(): void {
  if (listening) return;
  listening = true;
  window.addEventListener('message', ({ source, data, ports: [port] }: MessageEvent<unknown>) => {
    const cage = source === window ? cageOf(data) : undefined;
    if (cage === undefined || port === undefined) return;
    const take = awaited.get(cage);
    if (take === undefined) come.set(cage, port);
    else take(port);
  });
}

function cageOf(data: unknown): number | undefined {
  const { kind, cage } = (data ?? {}) as { kind?: unknown; cage?: unknown };
  return kind === CAGE_PORT_CHANNEL && typeof cage === 'number' ? cage : undefined;
}
