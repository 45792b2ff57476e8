/**
 * A file system of a few megabytes that can be filled to the last page. Mounting one needs root, as CI is; without it, run
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
import { failureOf } from '../../src/shared/failure.ts';

export interface SmallDisk {
  readonly folder: string;
  /** Takes all room but so many bytes (rounded up to whole pages of memory). */
  fill(leave: number): void;
  /** Gives the room back. */
  free(): void;
  unmount(): void;
}

/** Unmounted with the process at the latest. */
export function mountDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'kartoteka-disk-'));
  mount(folder, megabytes);
  const unmount = (): void => {
    process.off('exit', unmount);
    // Lazily: what a failed test left open must not keep it.
    execFileSync('umount', ['--lazy', folder]);
    rmdirSync(folder);
  };
  process.once('exit', unmount);
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
      } catch (error) {
        // Somebody else took the last room meanwhile.
        if (failureOf(error).kind !== 'disk-full') throw error;
      } finally {
        closeSync(handle);
      }
    },
    free: () => rmSync(filler, { force: true }),
    unmount,
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
