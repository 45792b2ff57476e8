import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun } from '../run-command.ts';
import { projectFolder } from '../project-folder.ts';
import { say } from '../say.ts';

/** Builds the app into out/ for the Electron that will run it, which may be older than the installed one. */
export async function buildApp(electronVersion: string): Promise<void> {
  if (!existsSync(join(projectFolder, 'electron.vite.config.ts'))) {
    throw new Error('electron.vite.config.ts is missing.');
  }
  const started = performance.now();
  const tool = join(projectFolder, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const major = electronVersion.split('.')[0] ?? '';
  await mustRun(process.execPath, [tool, 'build', '--logLevel', 'warn'], {
    cwd: projectFolder,
    env: { ...process.env, ELECTRON_MAJOR_VER: major },
  });
  say(`Built the app in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
