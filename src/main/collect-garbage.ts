/** Gives back at once what main does not use any more: paths from dialogs must not lie in its memory after a lock. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** V8 tells its collector to scripts only when asked before the script is compiled. */
setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');
setFlagsFromString('--no-expose-gc');

export function collectGarbage(): void {
  if (typeof collect === 'function') Reflect.apply(collect, undefined, []);
}
