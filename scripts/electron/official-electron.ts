import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runCommand } from '../run-command.ts';
import { say } from '../say.ts';

const PROBE_MILLISECONDS = 4000;
const packageFolder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));

/** Settings of @electron/get that make it fetch from somewhere else or by another way. */
const otherWays = [
  'ELECTRON_MIRROR',
  'electron_mirror',
  'npm_config_electron_mirror',
  'ELECTRON_GET_USE_PROXY',
];

function read(...path: string[]): string | undefined {
  const file = join(packageFolder, ...path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** The official binary that was downloaded before, if it is of the version that is wanted now. */
function installedBinary(): string | undefined {
  const name = read('path.txt');
  const { version } = JSON.parse(read('package.json') ?? '{}') as { version?: string };
  if (name === undefined || read('dist', 'version')?.replace(/^v/, '') !== version)
    return undefined;
  const binary = join(packageFolder, 'dist', name);
  return existsSync(binary) ? binary : undefined;
}

/** Asks GitHub for a sign of life first: behind a firewall that drops packets the download hangs. */
async function isReachable(): Promise<boolean> {
  if (otherWays.some((name) => process.env[name])) return true;
  try {
    await fetch('https://github.com/electron/electron', {
      method: 'HEAD',
      signal: AbortSignal.timeout(PROBE_MILLISECONDS),
    });
    return true;
  } catch {
    return false;
  }
}

/** The official Electron, or why it cannot be had. */
export type OfficialElectron =
  | { readonly kind: 'found'; readonly binary: string }
  | { readonly kind: 'missing'; readonly reason: string };

/** Finds the official Electron in node_modules, or downloads it with the electron package's own tool. */
export async function officialElectron(): Promise<OfficialElectron> {
  const installed = installedBinary();
  if (installed !== undefined) return { kind: 'found', binary: installed };

  if (!(await isReachable())) {
    return { kind: 'missing', reason: 'GitHub could not be reached' };
  }
  say('Downloading Electron from GitHub (about 110 MB, once) …');
  const result = await runCommand(process.execPath, [join(packageFolder, 'install.js')]);
  const downloaded = installedBinary();
  if (result.code === 0 && downloaded !== undefined) return { kind: 'found', binary: downloaded };
  const firstLine = result.stderr.trim().split('\n')[0] ?? '';
  return { kind: 'missing', reason: `its download from GitHub failed: ${firstLine}` };
}
