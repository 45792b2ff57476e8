/** Starts the real app with a home of its own and stands in for native dialogs, nothing else. */
import { _electron, expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { join } from 'node:path';
import { makeScratchFolder } from '../../../scripts/runtime/scratch-folder.ts';
import { preparedRuntime } from '../../../scripts/runtime/prepared-runtime.ts';

export const PASSPHRASE = 'lantern orchard velvet nine copper';

export interface RunningApp {
  readonly electron: ElectronApplication;
  readonly window: Page;
  close(): Promise<void>;
}

/** A folder for one test: `home` is where the app keeps libraries, `files` holds what is imported and exported. */
export async function makeWorkplace(): Promise<{ home: string; files: string }> {
  return { home: await makeScratchFolder(), files: await makeScratchFolder() };
}

/** @param size of the window, in CSS pixels. @param switches for Chromium. */
export async function startApp(
  home: string,
  size: { width: number; height: number } = { width: 1280, height: 800 },
  switches: readonly string[] = [],
): Promise<RunningApp> {
  const runtime = preparedRuntime();
  const electron = await _electron.launch({
    executablePath: runtime.executablePath,
    chromiumSandbox: true,
    args: [runtime.appDir, ...switches],
    env: { ...inheritedEnvironment(), KARTOTEKA_USER_DATA: join(home, 'profile') },
  });
  const window = await electron.firstWindow();
  const errors: string[] = [];
  window.on('pageerror', (error) => errors.push(error.message));
  await expect
    .poll(() =>
      electron.evaluate(({ BrowserWindow }, { width, height }) => {
        const shown = BrowserWindow.getAllWindows().find((one) => one.isVisible());
        shown?.setContentSize(width, height);
        return shown?.getContentSize();
      }, size),
    )
    .toEqual([size.width, size.height]);
  return {
    electron,
    window,
    async close() {
      await electron.close();
      expect(errors, 'errors in the window').toEqual([]);
    },
  };
}

export function inheritedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}

/** The next open dialogs answer these paths. */
export async function answerOpenDialog(app: RunningApp, paths: readonly string[]): Promise<void> {
  await app.electron.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: filePaths.length === 0, filePaths: [...filePaths] });
  }, paths);
}

/** The next save dialogs answer this path. */
export async function answerSaveDialog(app: RunningApp, filePath: string): Promise<void> {
  await app.electron.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, filePath);
}

/** Picks an item of the application menu, as the mouse would. */
export async function chooseMenu(app: RunningApp, id: string): Promise<void> {
  await app.electron.evaluate(({ Menu, BrowserWindow }, itemId) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(itemId);
    if (!item) throw new Error(`No menu item ${itemId}`);
    const [focused] = BrowserWindow.getAllWindows().filter((one) => one.isVisible());
    const click = item.click as (...given: unknown[]) => void;
    click(undefined, focused, focused?.webContents);
  }, id);
}

/** A step that shows in the report. */
export function step<T>(name: string, run: () => Promise<T>): Promise<T> {
  return test.step(name, run);
}

/** The number that the system gave the library process; 0 when there is none. */
export function libraryProcess({ electron }: RunningApp): Promise<number> {
  return electron.evaluate(
    ({ app }) => app.getAppMetrics().find(({ name }) => name === 'Kartoteka library')?.pid ?? 0,
  );
}
