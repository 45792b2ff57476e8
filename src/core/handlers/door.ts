/** What can be asked of the library process before a library is open: to make one or to open one. */
import type { z } from 'zod';
import {
  contract,
  type ChannelName,
  type Contract,
  type RequestOf,
} from '../../shared/ipc/contract.ts';
import type { RecoverySheet } from '../../shared/domain/keys.ts';
import { fail } from '../../shared/failure.ts';
import { createLibrary, openLibrary, type OpenLibrary } from '../library/library.ts';
import { openWithRecoveryKey } from '../library/open-with-recovery-key.ts';
import { findLibraries, freeLibraryFolder } from '../library/places.ts';

/** The channels of the contract that open a library. */
export type DoorChannel = Exclude<
  { [C in ChannelName]: Contract[C]['owner'] extends 'door' ? C : never }[ChannelName],
  'session.rescue' | 'session.stop-rescue'
>;

/** `sheet` only when the library is new. */
export interface Entered {
  readonly library: OpenLibrary;
  readonly sheet: RecoverySheet | null;
}

type Way<C extends DoorChannel> = (request: RequestOf<C>, defaultPlace: string) => Promise<Entered>;

const ways: { [C in DoorChannel]: Way<C> } = {
  'session.create': ({ name, folderName, parent, passphrase }, defaultPlace) =>
    createLibrary(freeLibraryFolder(parent ?? defaultPlace, folderName ?? name), name, passphrase),
  'session.unlock': async ({ folder, passphrase }, defaultPlace) => ({
    library: await openLibrary(placeOf(folder, defaultPlace), passphrase),
    sheet: null,
  }),
  'session.recover': async ({ folder, recoveryKey, passphrase }, defaultPlace) => ({
    library: await openWithRecoveryKey(placeOf(folder, defaultPlace), recoveryKey, passphrase),
    sheet: null,
  }),
};

/** @throws FailureError `library-missing`. */
export function placeOf(folder: string | null, defaultPlace: string): string {
  const place = folder ?? findLibraries(defaultPlace)[0]?.folder;
  if (place === undefined) throw fail({ kind: 'library-missing' });
  return place;
}

export function isDoorChannel(channel: unknown): channel is DoorChannel {
  return typeof channel === 'string' && Object.hasOwn(ways, channel);
}

/**
 * Opens the library that a request of the session page is about. The passphrase in it is overwritten.
 * @param defaultPlace folder that new libraries are made in and that is looked through for libraries
 * @throws FailureError `invalid-request`, and what creating or opening a library throws.
 */
export async function openByRequest<C extends DoorChannel>(
  channel: C,
  request: unknown,
  defaultPlace: string,
): Promise<Entered> {
  const schema = contract[channel].request as z.ZodType<RequestOf<C>>;
  const checked = schema.safeParse(request);
  if (!checked.success) throw fail({ kind: 'invalid-request' });
  try {
    return await ways[channel](checked.data, defaultPlace);
  } finally {
    checked.data.passphrase.fill(0);
  }
}
