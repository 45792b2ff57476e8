/**
 * A prepared Electron as the end-to-end tests see it. `npm test` and `npm run demo` tell it to
 * Playwright's processes through these environment variables:
 *
 *   KARTOTEKA_ELECTRON          executablePath for _electron.launch (with chromiumSandbox: true)
 *   KARTOTEKA_ELECTRON_VERSION  the version it is, such as 45.4.1
 *   KARTOTEKA_ELECTRON_FOLDER   its distribution folder, to make a package from
 *   KARTOTEKA_APP_DIR           the app folder, the first argument
 *   KARTOTEKA_SCRATCH           where scratch-folder.ts makes folders that the app may use
 *
 * and DISPLAY, which is the virtual display.
 */
export interface PreparedRuntime {
  /** The Electron binary, or a script that starts it as the right user. */
  readonly executablePath: string;
  /** The folder with package.json and out/, the first argument of Electron. */
  readonly appDir: string;
  readonly electronVersion: string;
  readonly electronFolder: string;
  readonly scratch: string;
}

/** The environment variables that tell another process about a runtime. */
export function runtimeVariables(runtime: PreparedRuntime): Record<string, string> {
  return {
    KARTOTEKA_ELECTRON: runtime.executablePath,
    KARTOTEKA_ELECTRON_VERSION: runtime.electronVersion,
    KARTOTEKA_ELECTRON_FOLDER: runtime.electronFolder,
    KARTOTEKA_APP_DIR: runtime.appDir,
    KARTOTEKA_SCRATCH: runtime.scratch,
  };
}

/** @throws when the end-to-end tests were started by something else than our scripts. */
export function preparedRuntime(env: NodeJS.ProcessEnv = process.env): PreparedRuntime {
  const [executablePath, electronVersion, electronFolder, appDir, scratch] = [
    env['KARTOTEKA_ELECTRON'],
    env['KARTOTEKA_ELECTRON_VERSION'],
    env['KARTOTEKA_ELECTRON_FOLDER'],
    env['KARTOTEKA_APP_DIR'],
    env['KARTOTEKA_SCRATCH'],
  ];
  if (!executablePath || !electronVersion || !electronFolder || !appDir || !scratch) {
    throw new Error('No Electron was prepared. Start with: npm test -- --e2e-only -g "name"');
  }
  return { executablePath, electronVersion, electronFolder, appDir, scratch };
}
