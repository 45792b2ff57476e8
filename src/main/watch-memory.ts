/** Ends processes that take too much memory: Chromium lets a page take most of the machine. */
import { app } from 'electron';

/** The largest real pages and documents need about a third. Bytes. */
const MOST_MEMORY = 1.5 * 1024 ** 3;
const LOOK_MILLISECONDS = 500;

export interface MemoryWatch {
  start(): void;
  stop(): void;
}

/** @param processes process numbers by cage, asked for at each look; a cage that has no process yet has 0. */
export function watchMemory(
  processes: () => ReadonlyMap<number, number>,
  tooGreedy: (cage: number) => void,
): MemoryWatch {
  let timer: NodeJS.Timeout | undefined;

  function look(): void {
    const bytes = new Map(
      app.getAppMetrics().map(({ pid, memory }) => [pid, memory.workingSetSize * 1024]),
    );
    for (const [cage, pid] of processes()) {
      if ((bytes.get(pid) ?? 0) > MOST_MEMORY) tooGreedy(cage);
    }
  }

  return {
    start() {
      timer ??= setInterval(look, LOOK_MILLISECONDS);
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
    },
  };
}
