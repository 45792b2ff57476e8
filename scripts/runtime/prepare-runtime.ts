/**
 * Everything a real Electron window needs, ready to be used by Playwright, by the demo and by
 * `npm start`. To Playwright the result is told through the environment:
 *
 *   KARTOTEKA_ELECTRON          executablePath for _electron.launch (with chromiumSandbox: true)
 *   KARTOTEKA_ELECTRON_VERSION  the version it is, such as 45.4.1
 *   KARTOTEKA_APP_DIR           the app folder, the first argument
 *   KARTOTEKA_SCRATCH           where scratch-folder.ts makes folders that the app may use
 *   DISPLAY                     the virtual display
 */
import { join } from 'node:path';
import { cacheFolder } from '../cache-folder.ts';
import { electronVersions, resolveElectron } from '../electron/resolve-electron.ts';
import { prepareNativeModule } from '../native/native-module.ts';
import { say } from '../say.ts';
import { appUser } from './app-user.ts';
import { buildApp } from './build-app.ts';
import { startVirtualDisplay } from './display.ts';
import { writeLauncher } from './launcher.ts';
import { makeRunFolder } from './run-folder.ts';
import { stageApp, stageElectron } from './staging.ts';

/** A prepared Electron. */
export interface Runtime {
  /** The Electron binary, or a script that starts it as the right user. */
  readonly executablePath: string;
  readonly appDir: string;
  readonly electronVersion: string;
  /** The whole environment to start things with. */
  readonly env: Record<string, string>;
  /** Stops the display and removes the temporary folders. */
  cleanUp(): Promise<void>;
}

/** The oldest Node-API for which better-sqlite3 brings modules. */
const NODE_API_OF_PREBUILDS = 10;

function environment(additions: Record<string, string>): Record<string, string> {
  const own = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[0] !== 'NODE_OPTIONS',
  );
  return { ...Object.fromEntries(own), ...additions };
}

/** Finds or fetches Electron, fits the native module to it, builds the app, starts a display. */
export async function prepareRuntime(): Promise<Runtime> {
  // Whatever we make here must be readable by the unprivileged user, also under a strict umask.
  process.umask(0o022);
  const user = appUser();
  const cache = cacheFolder(process.env, user.kind === 'unprivileged');
  const electron = await resolveElectron(cache);
  const versions = await electronVersions(electron.binary);
  say(`Electron ${versions.electron} (${electron.why})`);
  if (versions.nodeApi < NODE_API_OF_PREBUILDS) await prepareNativeModule(cache, electron.binary);
  await buildApp(versions.electron);

  const folder = await makeRunFolder(user);
  const appDir = await stageApp(folder.path, user);
  const binary = await stageElectron(electron, folder.path, user);
  const executablePath = join(folder.path, 'electron-launcher.sh');
  await writeLauncher(executablePath, {
    electron: binary,
    user,
    home: folder.home,
    temporary: folder.temporary,
    xAuthority: undefined,
  });
  const display = await startVirtualDisplay();
  return {
    executablePath,
    appDir,
    electronVersion: versions.electron,
    env: environment({
      KARTOTEKA_ELECTRON: executablePath,
      KARTOTEKA_ELECTRON_VERSION: versions.electron,
      KARTOTEKA_APP_DIR: appDir,
      KARTOTEKA_SCRATCH: folder.scratch,
      DISPLAY: display.name,
    }),
    async cleanUp() {
      await display.stop();
      await folder.remove();
    },
  };
}
