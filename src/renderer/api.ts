/** The only door of the interface to the rest of the program. */
import type { Outcome } from '../shared/failure.ts';
import type { ChannelName, PushedEvent, RequestOf, ResponseOf } from '../shared/ipc/contract.ts';

/** The contract's requests are not changed by anyone, so read-only values may be sent. */
type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

/** What may be asked of a channel. */
export type AskOf<C extends ChannelName> = Frozen<RequestOf<C>>;

/** Asks for something through the contract. Expected failures come back as data; it never rejects. */
export async function call<C extends ChannelName>(
  channel: C,
  request: AskOf<C>,
): Promise<Outcome<ResponseOf<C>>> {
  try {
    return await window.kartoteka.invoke(channel, request as RequestOf<C>);
  } catch {
    // The text of the error may hold what was asked for, so it stops here.
    return { ok: false, failure: { kind: 'internal', reference: channel } };
  }
}

/** Hears what main and the library process push; call the answer to stop. */
export function onEvent(listener: (event: PushedEvent) => void): () => void {
  return window.kartoteka.onEvent(listener);
}

/** Paths of dropped files and folders; what does not come from the file system is left out. */
export function pathsOfFiles(files: Iterable<File>): string[] {
  return [...files].map((file) => window.kartoteka.pathForFile(file)).filter((path) => path !== '');
}
