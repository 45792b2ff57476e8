/**
 * Everything a real Electron window needs, ready to be used by Playwright, by the demo and by
 * `npm start`. To Playwright the result is told through the environment (see prepared-runtime.ts).
 */
import { cacheFolder } from '../cache-folder.ts';
import { electronVersions, resolveElectron } from '../electron/resolve-electron.ts';
import type { FoundElectron } from '../electron/resolve-electron.ts';
import { prepareNativeModule } from '../native/native-module.ts';
import { say } from '../say.ts';
import { prepareSystemLibraries } from '../system-libraries.ts';
import { appUser } from './app-user.ts';
import type { AppUser } from './app-user.ts';
import { buildApp } from './build-app.ts';
import { startVirtualDisplay } from './display.ts';
import { makeLauncher } from './launcher.ts';
import { runtimeVariables } from './prepared-runtime.ts';
import type { PreparedRuntime } from './prepared-runtime.ts';
import { makeRunFolder } from './run-folder.ts';
import { sandboxObstacle } from './sandbox-check.ts';
import { stageApp, stageElectron } from './staging.ts';

/** A prepared Electron. */
export interface Runtime extends PreparedRuntime {
  /** The whole environment to start it, or Playwright, with. */
  readonly env: Record<string, string>;
  /** Stops the display and removes the temporary folders. */
  cleanUp(): Promise<void>;
}

/** How the runtime is going to be used. */
export type RuntimeUse =
  /** By tests and the demo: a virtual display, an empty home, missing packages are installed. */
  | { readonly kind: 'tests' }
  /** By a person, at their own display, with a home that stays. */
  | { readonly kind: 'person'; readonly home: string | undefined };

/** What Electron is prepared for: to be used now, or to be packaged. */
export type ElectronUse = RuntimeUse | { readonly kind: 'package' };

/** The oldest Node-API for which better-sqlite3 brings modules. */
const NODE_API_OF_PREBUILDS = 10;

function environment(additions: Record<string, string>): Record<string, string> {
  const own = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[0] !== 'NODE_OPTIONS',
  );
  return { ...Object.fromEntries(own), ...additions };
}

/** Finds or fetches an Electron that starts here, fits the native module to it and builds the app. */
export async function prepareElectron(
  user: AppUser,
  use: ElectronUse,
): Promise<{ electron: FoundElectron; version: string }> {
  const cache = cacheFolder(process.env, user.kind === 'unprivileged');
  const electron = await resolveElectron(cache);
  const tests = use.kind === 'tests';
  await prepareSystemLibraries(electron.binary, tests ? 'virtual display' : 'window', tests);
  const versions = await electronVersions(electron.binary);
  say(`Electron ${versions.electron} (${electron.why})`);
  if (versions.nodeApi < NODE_API_OF_PREBUILDS) await prepareNativeModule(cache, electron.binary);
  await buildApp();
  return { electron, version: versions.electron };
}

/** Prepares Electron and the app for one run. Whoever calls it must call `cleanUp` at the end. */
export async function prepareRuntime(use: RuntimeUse): Promise<Runtime> {
  // Whatever we make here must be readable by the unprivileged user, also under a strict umask.
  process.umask(0o022);
  const user = appUser();
  const { electron, version } = await prepareElectron(user, use);
  const obstacle = await sandboxObstacle(user);
  if (obstacle !== undefined) say(obstacle);

  const folder = await makeRunFolder(user);
  try {
    const binary = await stageElectron(electron, folder.path, user);
    const home = use.kind === 'person' ? use.home : folder.home;
    const prepared = {
      appDir: await stageApp(folder.path, user),
      executablePath: await makeLauncher(folder.path, {
        electron: binary,
        user,
        home,
        temporary: folder.temporary,
      }),
      electronVersion: version,
      electronFolder: electron.folder,
      scratch: folder.scratch,
    };
    const display = use.kind === 'tests' ? await startVirtualDisplay() : undefined;
    const screen = display === undefined ? {} : { DISPLAY: display.name };
    return {
      ...prepared,
      env: environment({ ...runtimeVariables(prepared), ...screen }),
      async cleanUp() {
        await display?.stop();
        await folder.remove();
      },
    };
  } catch (reason) {
    await folder.remove();
    throw reason;
  }
}
