/**
 * A file system of a few megabytes that a test fills to the last page. Mounting one needs root, as CI is; without it, run
 * the tests as `unshare --map-root-user --mount npx vitest run …` (docs/faults.md).
 */
import { execFileSync } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  rmdirSync,
  rmSync,
  statfsSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export interface SmallDisk {
  readonly folder: string;
  /** Takes all room but so many bytes (rounded up to whole pages of memory). */
  fill(leave: number): void;
  /** Gives the room back. */
  free(): void;
}

/** Unmounted when the test ends, or with the process. */
export function smallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'kartoteka-disk-'));
  mount(folder, megabytes);
  const unmount = (): void => {
    process.off('exit', unmount);
    // Lazily: what a failed test left open must not keep it.
    execFileSync('umount', ['--lazy', folder]);
    rmdirSync(folder);
  };
  process.once('exit', unmount);
  onTestFinished(unmount);
  const filler = join(folder, 'filler');
  return {
    folder,
    fill(leave) {
      rmSync(filler, { force: true });
      const { bavail, bsize } = statfsSync(folder);
      const handle = openSync(filler, 'wx');
      try {
        const bytes = Buffer.alloc(Math.max(0, bavail - Math.ceil(leave / bsize)) * bsize);
        for (let written = 0; written < bytes.length;) {
          written += writeSync(handle, bytes, written);
        }
      } finally {
        closeSync(handle);
      }
    },
    free: () => rmSync(filler, { force: true }),
  };
}

function mount(folder: string, megabytes: number): void {
  try {
    const options = `size=${megabytes}m,mode=700`;
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'pipe' });
  } catch (error) {
    rmdirSync(folder);
    throw new Error('A test of a full disk mounts one and needs root: see docs/faults.md', {
      cause: error,
    });
  }
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
