/** A small disk for one test, and repeating something until there is room for it. */
import { onTestFinished } from 'vitest';
import { mountDisk, type SmallDisk } from './mounted-disk.ts';

export type { SmallDisk };

/** Unmounted when the test ends. */
export function smallDisk(megabytes: number): SmallDisk {
  const disk = mountDisk(megabytes);
  onTestFinished(() => disk.unmount());
  return disk;
}

/**
 * Tries with no room at all, then with more and more, until it works: so every write of the attempt is once the one that
 * finds the disk full. After each failure `check` runs on the full disk, then the room is given back.
 * @param step bytes added at first; a long write needs no more than twenty steps to double its room.
 * @returns how often the attempt failed.
 */
export async function untilThereIsRoom(
  disk: SmallDisk,
  attempt: () => unknown,
  check: (error: unknown) => void,
  { step = 4096 } = {},
): Promise<number> {
  let failures = 0;
  for (let leave = 0; ; leave += Math.max(step, Math.floor(leave / 20))) {
    disk.fill(leave);
    try {
      await attempt();
      return failures;
    } catch (error) {
      failures += 1;
      check(error);
    } finally {
      disk.free();
    }
  }
}
