/** The same Electron without our lockdown. */
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preparedRuntime } from '../../../scripts/runtime/prepared-runtime.ts';
import { copyToScratch, makeScratchFolder } from '../../../scripts/runtime/scratch-folder.ts';
import { inheritedEnvironment } from '../helpers/app.ts';

const APP = fileURLToPath(new URL('../../fixtures/network/control-app', import.meta.url));

export interface ControlApp {
  readonly electron: ElectronApplication;
  readonly page: Page;
}

/** @param dictionaries host that it asks for dictionaries, in place of one of the real world. */
export async function startControl(dictionaries: string): Promise<ControlApp> {
  const scratch = await makeScratchFolder();
  const electron = await _electron.launch({
    executablePath: preparedRuntime().executablePath,
    chromiumSandbox: true,
    args: [await copyToScratch(APP, scratch)],
    env: {
      ...inheritedEnvironment(),
      KARTOTEKA_USER_DATA: join(scratch, 'profile'),
      KARTOTEKA_DICTIONARIES: `http://${dictionaries}/`,
    },
  });
  const page = await electron.firstWindow();
  await page.waitForFunction(() => document.title === 'control');
  return { electron, page };
}
