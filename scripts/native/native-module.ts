import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cachedFolder } from '../cache-folder.ts';
import { projectFolder } from '../project-folder.ts';
import { say } from '../say.ts';
import { buildAddon, shimPath } from './build-addon.ts';
import { prepareBuildTools } from './build-tools.ts';
import { addonWorks } from './check-addon.ts';

const ADDON = 'linux-x64.node';
const packageFolder = join(projectFolder, 'node_modules', 'better-sqlite3');

async function cacheName(): Promise<string> {
  const text = await readFile(join(packageFolder, 'package.json'), 'utf8');
  const { name, version } = JSON.parse(text) as { name: string; version: string };
  const shim = createHash('sha256').update(await readFile(shimPath));
  return `${name}-${version}-node-api-9-${shim.digest('hex').slice(0, 12)}`;
}

async function mustWork(addon: string, electronBinary: string): Promise<void> {
  for (const host of [process.execPath, electronBinary]) {
    if (!(await addonWorks(host, packageFolder, addon))) {
      throw new Error(
        `The SQLite module built for the fallback Electron does not work in ${host}.`,
      );
    }
  }
}

/** Puts `addon` where better-sqlite3 looks for it, by a rename, so that no one loads half of it. */
async function install(addon: string, electronBinary: string): Promise<void> {
  const place = join(packageFolder, 'prebuilds', ADDON);
  const wanted = await readFile(addon);
  if ((await readFile(place)).equals(wanted)) return;
  const folder = await mkdtemp(join(packageFolder, 'prebuilds', 'unfinished-'));
  const copy = join(folder, ADDON);
  try {
    await copyFile(addon, copy);
    await chmod(copy, 0o644);
    await mustWork(copy, electronBinary);
    await rename(copy, place);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Makes better-sqlite3 work in the fallback Electron, whose Node-API 9 the module in the package
 * (Node-API 10) crashes. The replacement, compiled once and cached, works in Node 24 too.
 */
export async function prepareNativeModule(cache: string, electronBinary: string): Promise<void> {
  const folder = await cachedFolder(cache, await cacheName(), async (unfinished) => {
    const headers = await prepareBuildTools();
    say('Compiling SQLite for the fallback Electron (about two minutes, once) …');
    const work = await mkdtemp(join(unfinished, 'work-'));
    const built = await buildAddon(packageFolder, work, headers);
    await mustWork(built, electronBinary);
    await copyFile(built, join(unfinished, ADDON));
    await rm(work, { recursive: true });
  });
  await install(join(folder, ADDON), electronBinary);
}
