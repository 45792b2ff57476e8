/** Gives the interface one typed object and nothing of Electron. Sandboxed: no logic, no Node. */
import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import { EVENT_CHANNEL, INVOKE_CHANNEL, type KartotekaBridge } from '../shared/ipc/bridge.ts';
import { isChannelName } from '../shared/ipc/channel-names.ts';
import type { PushedEvent } from '../shared/ipc/contract.ts';

const bridge: KartotekaBridge = {
  async invoke(channel, request) {
    if (!isChannelName(channel)) return { ok: false, failure: { kind: 'invalid-request' } };
    return ipcRenderer.invoke(INVOKE_CHANNEL, channel, request);
  },
  onEvent(listener) {
    const forward = (_: IpcRendererEvent, event: PushedEvent): void => listener(event);
    ipcRenderer.on(EVENT_CHANNEL, forward);
    return () => void ipcRenderer.off(EVENT_CHANNEL, forward);
  },
  pathForFile: (file) => webUtils.getPathForFile(file),
};

contextBridge.exposeInMainWorld('kartoteka', bridge);
