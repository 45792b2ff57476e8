/**
 * Gives back at once what is not used any more: paths from dialogs must not lie in main's memory after a lock, nor the
 * memory of a passphrase's derivation (up to 512 MiB) in the library process while it works.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** V8 tells its collector to scripts only when asked before the script is compiled. */
setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');
setFlagsFromString('--no-expose-gc');

export function collectGarbage(): void {
  if (typeof collect === 'function') Reflect.apply(collect, undefined, []);
}
