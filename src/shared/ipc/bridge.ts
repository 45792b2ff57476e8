/** What the preload gives to the interface as `window.kartoteka`: the only way out of the sandbox. */
import type { Outcome } from '../failure.ts';
import type { ChannelName, PushedEvent, RequestOf, ResponseOf } from './contract.ts';

export interface KartotekaBridge {
  /** Asks one channel of the contract; every expected failure comes back as data. */
  invoke<C extends ChannelName>(channel: C, request: RequestOf<C>): Promise<Outcome<ResponseOf<C>>>;
  /** Hears pushed events until the answered function is called. */
  onEvent(listener: (event: PushedEvent) => void): () => void;
  /** Path of a dropped file or folder; empty for a file that is not on the disk. */
  pathForFile(file: File): string;
}

/** Names of the two Electron channels that carry what main itself answers and pushes. */
export const INVOKE_CHANNEL = 'kartoteka:invoke';
export const EVENT_CHANNEL = 'kartoteka:event';
/** A fresh page asks main for its port to the library process; main hands it over. */
export const PORT_WANTED_CHANNEL = 'kartoteka:port-wanted';
export const PORT_CHANNEL = 'kartoteka:port';
/** Main hands over the port to a drawing cage, with the cage's number; the preload passes it on to the page. */
export const CAGE_PORT_CHANNEL = 'kartoteka:cage-port';

/** Page to library process. `id` comes back with the answer. */
export interface PortRequest {
  readonly id: number;
  readonly channel: ChannelName;
  readonly request: unknown;
}

/** Library process to page. */
export type PortMessage =
  | { readonly kind: 'answer'; readonly id: number; readonly outcome: Outcome<unknown> }
  | { readonly kind: 'event'; readonly event: PushedEvent };
