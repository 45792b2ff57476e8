import { cp, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { appUser, giveToApp } from './app-user.ts';

/**
 * Makes an empty folder that both the test and the app can read and write, also when the test runs
 * as root and the app does not. It goes away with the run.
 */
export async function makeScratchFolder(): Promise<string> {
  const folder = await mkdtemp(join(process.env['KARTOTEKA_SCRATCH'] ?? tmpdir(), 'scratch-'));
  await giveToApp(folder, appUser());
  return folder;
}

/** Gives a file, or a folder with all that is in it, to the app's user. */
export async function handToApp(path: string): Promise<void> {
  await giveToApp(path, appUser());
  const entries = await readdir(path, { recursive: true }).catch(() => []);
  for (const entry of entries) await giveToApp(join(path, entry), appUser());
}

/** Copies a file or folder into a scratch folder, for the app to read. Returns the copy's path. */
export async function copyToScratch(source: string, scratch: string): Promise<string> {
  const copy = join(scratch, basename(source));
  await cp(source, copy, { recursive: true });
  await handToApp(copy);
  return copy;
}
