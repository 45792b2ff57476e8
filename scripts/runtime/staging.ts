import { existsSync } from 'node:fs';
import { chmod, cp, readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { projectFolder } from '../project-folder.ts';
import type { FoundElectron } from '../electron/resolve-electron.ts';
import { say } from '../say.ts';
import { appCanRead } from './app-user.ts';
import type { AppUser } from './app-user.ts';
import { runtimePackages } from './staged-packages.ts';

const READ = 0o444;
const READ_AND_ENTER = 0o555;
const EXECUTE = 0o111;

/** Lets everybody read what was copied; what was executable stays so. */
async function openToAll(path: string): Promise<void> {
  const { mode } = await stat(path);
  await chmod(path, mode | (mode & EXECUTE ? READ_AND_ENTER : READ));
}

async function copyReadable(source: string, target: string): Promise<void> {
  await cp(source, target, { recursive: true });
  await openToAll(target);
  if ((await stat(target)).isDirectory()) {
    for (const name of await readdir(target, { recursive: true }))
      await openToAll(join(target, name));
  }
}

/**
 * The folder from where the app is run: the checkout itself, or, where the app's user cannot read
 * that (below root's home, or made with a strict umask), a copy of what the app needs.
 */
export async function stageApp(runFolder: string, user: AppUser): Promise<string> {
  const parts = ['package.json', 'out', 'resources']
    .map((name) => join(projectFolder, name))
    .filter((path) => existsSync(path));
  const needed = [...parts, ...(await runtimePackages(projectFolder))];
  if (await appCanRead(needed, user)) return projectFolder;
  say('The checkout cannot be read by the unprivileged user: running a temporary copy.');
  const copy = join(runFolder, 'app');
  for (const path of needed) await copyReadable(path, join(copy, relative(projectFolder, path)));
  return copy;
}

/** The Electron binary to run, copied with its folder where the app's user cannot read that. */
export async function stageElectron(
  electron: FoundElectron,
  runFolder: string,
  user: AppUser,
): Promise<string> {
  if (await appCanRead([electron.folder], user)) return electron.binary;
  const copy = join(runFolder, 'electron');
  await copyReadable(electron.folder, copy);
  return join(copy, relative(electron.folder, electron.binary));
}
