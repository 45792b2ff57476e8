/** What can be asked of the library process before a library is open: to make one or to open one. */
import type { z } from 'zod';
import {
  contract,
  type ChannelName,
  type Contract,
  type RequestOf,
} from '../../shared/ipc/contract.ts';
import { fail } from '../../shared/failure.ts';
import { createLibrary, openLibrary, type OpenLibrary } from '../library/library.ts';
import { findLibraries, freeLibraryFolder } from '../library/places.ts';

/** The channels of the contract that the library process answers while no library is open. */
export type DoorChannel = {
  [C in ChannelName]: Contract[C]['owner'] extends 'door' ? C : never;
}[ChannelName];

type Way<C extends DoorChannel> = (
  request: RequestOf<C>,
  defaultPlace: string,
) => Promise<OpenLibrary>;

const ways: { [C in DoorChannel]: Way<C> } = {
  'session.create': ({ name, parent, passphrase }, defaultPlace) =>
    createLibrary(freeLibraryFolder(parent ?? defaultPlace, name), name, passphrase),
  'session.unlock': ({ folder, passphrase }, defaultPlace) => {
    const place = folder ?? findLibraries(defaultPlace)[0]?.folder;
    if (place === undefined) throw fail({ kind: 'library-missing' });
    return openLibrary(place, passphrase);
  },
};

export function isDoorChannel(channel: unknown): channel is DoorChannel {
  return typeof channel === 'string' && Object.hasOwn(ways, channel);
}

/**
 * Opens the library that a request of the session page is about.
 * @param defaultPlace folder that new libraries are made in and that is looked through for libraries
 * @throws FailureError `invalid-request`, and what creating or opening a library throws.
 */
export async function openByRequest<C extends DoorChannel>(
  channel: C,
  request: unknown,
  defaultPlace: string,
): Promise<OpenLibrary> {
  const schema = contract[channel].request as z.ZodType<RequestOf<C>>;
  const checked = schema.safeParse(request);
  if (!checked.success) throw fail({ kind: 'invalid-request' });
  return ways[channel](checked.data, defaultPlace);
}
