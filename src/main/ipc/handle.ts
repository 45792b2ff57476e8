/** The only file that touches `ipcMain`: who asks and what is asked is checked here, before anything else runs. */
import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { toOutcome, type Outcome } from '../../shared/failure.ts';
import { EVENT_CHANNEL, INVOKE_CHANNEL } from '../../shared/ipc/bridge.ts';
import { isChannelName } from '../../shared/ipc/channel-names.ts';
import { contract, type ChannelName, type PushedEvent } from '../../shared/ipc/contract.ts';
import { MAIN_ORIGIN } from '../protocol.ts';

/** Answers one request whose channel and payload are known to be of the contract. */
export type Answer = (channel: ChannelName, request: unknown) => Promise<Outcome<unknown>>;

const REFUSED = { ok: false, failure: { kind: 'invalid-request' } } as const;

/** Answers what the top frame of `window` asks, and nobody else. */
export function handleRequests(window: BrowserWindow, answer: Answer): void {
  ipcMain.handle(
    INVOKE_CHANNEL,
    async (event, channel: unknown, request: unknown): Promise<Outcome<unknown>> => {
      if (!isOurPage(window, event) || !isChannelName(channel)) return REFUSED;
      const checked = contract[channel].request.safeParse(request);
      if (!checked.success) return REFUSED;
      const outcome = await toOutcome(() => answer(channel, checked.data));
      return outcome.ok ? outcome.value : outcome;
    },
  );
}

/** Tells the interface something; dropped when the window is gone. */
export function pushTo(window: BrowserWindow, event: PushedEvent): void {
  if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event);
}

function isOurPage(window: BrowserWindow, { senderFrame }: IpcMainInvokeEvent): boolean {
  return (
    senderFrame !== null &&
    !window.isDestroyed() &&
    senderFrame === window.webContents.mainFrame &&
    senderFrame.origin === MAIN_ORIGIN
  );
}
