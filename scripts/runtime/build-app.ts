import { join } from 'node:path';
import { mustRun } from '../run-command.ts';
import { projectFolder } from '../project-folder.ts';
import { say } from '../say.ts';

/** Builds the app into out/. Always: it takes seconds, and telling whether out/ is current is error-prone. */
export async function buildApp(): Promise<void> {
  const started = performance.now();
  const tool = join(projectFolder, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  await mustRun(process.execPath, [tool, 'build', '--logLevel', 'warn'], { cwd: projectFolder });
  say(`Built the app in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
