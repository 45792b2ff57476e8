/** Gives the interface one typed object and nothing of Electron. Sandboxed, no Node; it only passes messages on. */
import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import {
  CAGE_PORT_CHANNEL,
  EVENT_CHANNEL,
  INVOKE_CHANNEL,
  PORT_CHANNEL,
  PORT_WANTED_CHANNEL,
  type KartotekaBridge,
  type PortMessage,
  type PortRequest,
} from '../shared/ipc/bridge.ts';
import { CHANNEL_OWNERS, isChannelName } from '../shared/ipc/channel-names.ts';
import type { Outcome } from '../shared/failure.ts';
import type { ChannelName, PushedEvent, RequestOf, ResponseOf } from '../shared/ipc/contract.ts';

const listeners = new Set<(event: PushedEvent) => void>();
const waiting = new Map<number, (outcome: Outcome<unknown>) => void>();
let lastId = 0;

const port = new Promise<MessagePort>((resolve) => {
  ipcRenderer.once(PORT_CHANNEL, ({ ports: [given] }) => {
    if (!given) return;
    given.onmessage = ({ data }: MessageEvent<PortMessage>) => take(data);
    resolve(given);
  });
});
ipcRenderer.on(EVENT_CHANNEL, (_: IpcRendererEvent, event: PushedEvent) => tell(event));
// Pictures cannot cross the bridge below; a port can be given to the page itself.
ipcRenderer.on(CAGE_PORT_CHANNEL, ({ ports }, cage: number) =>
  window.postMessage({ kind: CAGE_PORT_CHANNEL, cage }, window.origin, ports),
);
ipcRenderer.send(PORT_WANTED_CHANNEL);

const bridge: KartotekaBridge = {
  async invoke<C extends ChannelName>(channel: C, request: RequestOf<C>) {
    if (!isChannelName(channel)) return { ok: false, failure: { kind: 'invalid-request' } };
    const outcome: unknown =
      CHANNEL_OWNERS[channel] === 'main'
        ? await ipcRenderer.invoke(INVOKE_CHANNEL, channel, request)
        : await askLibrary(channel, request);
    return outcome as Outcome<ResponseOf<C>>;
  },
  onEvent(listener) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  pathForFile: (file) => webUtils.getPathForFile(file),
};

contextBridge.exposeInMainWorld('kartoteka', bridge);

async function askLibrary(channel: ChannelName, request: unknown): Promise<Outcome<unknown>> {
  const { promise, resolve } = Promise.withResolvers<Outcome<unknown>>();
  lastId += 1;
  const message: PortRequest = { id: lastId, channel, request };
  waiting.set(lastId, resolve);
  (await port).postMessage(message);
  return promise;
}

function take(message: PortMessage): void {
  if (message.kind === 'event') return tell(message.event);
  waiting.get(message.id)?.(message.outcome);
  waiting.delete(message.id);
}

function tell(event: PushedEvent): void {
  for (const listener of listeners) listener(event);
}
