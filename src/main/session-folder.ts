/**
 * Where Chromium may write: an own folder per run, outside the profile, wiped at exit. Nothing of a library goes there
 * (sessions are in memory), but Chromium makes its skeleton files whatever it is told.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'kartoteka-session-';

/** Makes the folder of this run and removes those of runs that were killed. */
export function makeSessionFolder(): string {
  removeLeftovers(tmpdir());
  return mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
}

export function removeSessionFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function removeLeftovers(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    try {
      removeSessionFolder(join(parent, name));
    } catch {
      // Another user's; not ours to remove.
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
