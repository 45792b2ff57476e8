/** A place where nothing can be written: really read-only where the test may mount, else without the right to write. */
import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './temporary-library.ts';

/** The same folder, seen where it cannot be written to. */
export function readOnlyView(folder: string): string {
  if (process.getuid?.() !== 0) return withoutRights(folder);
  const view = temporaryFolder();
  // Runs before the folder is removed: what is finished last was begun first.
  execFileSync('mount', ['--bind', folder, view]);
  onTestFinished(() => void execFileSync('umount', ['--lazy', view]));
  execFileSync('mount', ['-o', 'remount,ro,bind', view]);
  return view;
}

function withoutRights(folder: string): string {
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o400);
  chmodSync(folder, 0o500);
  onTestFinished(() => chmodSync(folder, 0o700));
  return folder;
}
