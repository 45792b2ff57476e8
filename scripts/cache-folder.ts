import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { existsSync } from 'node:fs';

/**
 * Where downloads and builds are kept between checkouts. Root gets a folder that the unprivileged
 * user, as whom Electron runs then, can read too: root's own home usually cannot be entered.
 */
export function cacheFolder(env: NodeJS.ProcessEnv, isRoot: boolean): string {
  if (env['KARTOTEKA_CACHE']) return env['KARTOTEKA_CACHE'];
  if (isRoot) return '/var/cache/kartoteka';
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'kartoteka');
}

/**
 * Makes `<cache>/<name>` once. `fill` writes into a temporary folder beside it, which takes the
 * final name only when it is complete, so a killed run leaves nothing that looks finished, and of
 * two runs at the same time the later one throws its own work away.
 */
export async function cachedFolder(
  cache: string,
  name: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const target = join(cache, name);
  if (existsSync(target)) return target;
  await mkdir(cache, { recursive: true, mode: 0o755 });
  const unfinished = await mkdtemp(join(cache, `unfinished-${name}-`));
  try {
    await fill(unfinished);
    await chmod(unfinished, 0o755);
    await rename(unfinished, target);
  } catch (reason) {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(target)) throw reason;
  }
  return target;
}
