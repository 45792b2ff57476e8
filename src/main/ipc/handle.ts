/** The only file that touches `ipcMain`: who asks and what is asked is checked here, before anything else runs. */
import {
  ipcMain,
  type BrowserWindow,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  type MessagePortMain,
} from 'electron';
import { toOutcome, type Outcome } from '../../shared/failure.ts';
import {
  CAGE_PORT_CHANNEL,
  EVENT_CHANNEL,
  INVOKE_CHANNEL,
  PORT_CHANNEL,
  PORT_WANTED_CHANNEL,
} from '../../shared/ipc/bridge.ts';
import { CHANNEL_OWNERS, isChannelName } from '../../shared/ipc/channel-names.ts';
import { contract, type ChannelName, type PushedEvent } from '../../shared/ipc/contract.ts';
import { MAIN_ORIGIN, SESSION_ORIGIN } from '../protocol.ts';

/** Answers one request whose channel and payload are known to be of the contract. */
export type Answer = (channel: ChannelName, request: unknown) => Promise<Outcome<unknown>>;

const REFUSED = { ok: false, failure: { kind: 'invalid-request' } } as const;
const ORIGINS: readonly string[] = [MAIN_ORIGIN, SESSION_ORIGIN];

/**
 * Answers what the top frame of `window` asks, and nobody else. What is not for main goes over the port that each page
 * gets once, when it starts.
 */
export function handleRequests(
  window: BrowserWindow,
  answer: Answer,
  portForPage: () => MessagePortMain,
): void {
  ipcMain.handle(
    INVOKE_CHANNEL,
    async (event, channel: unknown, request: unknown): Promise<Outcome<unknown>> => {
      if (!isOurPage(window, event) || !isChannelName(channel)) return REFUSED;
      if (CHANNEL_OWNERS[channel] !== 'main') return REFUSED;
      const checked = contract[channel].request.safeParse(request);
      if (!checked.success) return REFUSED;
      const outcome = await toOutcome(() => answer(channel, checked.data));
      return outcome.ok ? outcome.value : outcome;
    },
  );
  ipcMain.on(PORT_WANTED_CHANNEL, (event) => {
    if (isOurPage(window, event))
      event.senderFrame?.postMessage(PORT_CHANNEL, null, [portForPage()]);
  });
}

/** Tells the interface something; dropped when the window is gone. */
export function pushTo(window: BrowserWindow, event: PushedEvent): void {
  if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event);
}

/** Hands the page the port to a drawing cage. */
export function giveCage(window: BrowserWindow, cage: number, port: MessagePortMain): void {
  if (!window.isDestroyed()) window.webContents.postMessage(CAGE_PORT_CHANNEL, cage, [port]);
}

function isOurPage(
  window: BrowserWindow,
  { senderFrame }: IpcMainInvokeEvent | IpcMainEvent,
): boolean {
  return (
    senderFrame !== null &&
    !window.isDestroyed() &&
    senderFrame === window.webContents.mainFrame &&
    ORIGINS.includes(senderFrame.origin)
  );
}
