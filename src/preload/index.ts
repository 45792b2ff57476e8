/** Gives the interface one typed object and nothing of Electron. Sandboxed: no logic, no Node. */
import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import { EVENT_CHANNEL, INVOKE_CHANNEL, type KartotekaBridge } from '../shared/ipc/bridge.ts';
import { isChannelName } from '../shared/ipc/channel-names.ts';
import type { Outcome } from '../shared/failure.ts';
import type { ChannelName, PushedEvent, RequestOf, ResponseOf } from '../shared/ipc/contract.ts';

const bridge: KartotekaBridge = {
  async invoke<C extends ChannelName>(channel: C, request: RequestOf<C>) {
    if (!isChannelName(channel)) return { ok: false, failure: { kind: 'invalid-request' } };
    const outcome: unknown = await ipcRenderer.invoke(INVOKE_CHANNEL, channel, request);
    return outcome as Outcome<ResponseOf<C>>;
  },
  onEvent(listener) {
    const forward = (_: IpcRendererEvent, event: PushedEvent): void => listener(event);
    ipcRenderer.on(EVENT_CHANNEL, forward);
    return () => void ipcRenderer.off(EVENT_CHANNEL, forward);
  },
  pathForFile: (file) => webUtils.getPathForFile(file),
};

contextBridge.exposeInMainWorld('kartoteka', bridge);
