/** The shape of a handler: one function per channel of the contract that the library process answers. */
import type { ChannelName, Contract, RequestOf, ResponseOf } from '../../shared/ipc/contract.ts';
import type { LibraryContext } from './context.ts';

/** The channels of the contract that the library process answers. */
export type LibraryChannel = {
  [C in ChannelName]: Contract[C]['owner'] extends 'library' ? C : never;
}[ChannelName];

export type Handler<C extends LibraryChannel> = (
  context: LibraryContext,
  request: RequestOf<C>,
) => ResponseOf<C> | Promise<ResponseOf<C>>;
