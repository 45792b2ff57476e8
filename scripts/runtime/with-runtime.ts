import { constants } from 'node:os';
import { stopCommands } from '../run-command.ts';
import { messageOf, say } from '../say.ts';
import { prepareRuntime } from './prepare-runtime.ts';
import type { Runtime, RuntimeUse } from './prepare-runtime.ts';

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** An exit code of shells: 128 and the number of the signal that ended the program. */
function codeOf(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}

/**
 * Prepares Electron, does `work` with it and cleans up, also when the person stops us: then the
 * commands in `work` are told to end, and the cleaning up happens after them.
 * @returns the exit code: that of `work`, 1 when something went wrong, which is printed
 */
export async function withRuntime(
  use: RuntimeUse,
  work: (runtime: Runtime) => Promise<number>,
): Promise<number> {
  let stoppedBy: NodeJS.Signals | undefined;
  for (const signal of stopSignals) {
    process.on(signal, () => {
      stoppedBy = signal;
      // Ctrl-C in a terminal reaches the commands by itself, and twice means "at once" to some.
      stopCommands(signal === 'SIGINT' && process.stdin.isTTY ? undefined : signal);
    });
  }
  try {
    const runtime = await prepareRuntime(use);
    try {
      const code = await work(runtime);
      return stoppedBy === undefined ? code : codeOf(stoppedBy);
    } finally {
      await runtime.cleanUp();
    }
  } catch (reason) {
    say(stoppedBy === undefined ? messageOf(reason) : 'Stopped.');
    return stoppedBy === undefined ? 1 : codeOf(stoppedBy);
  }
}
