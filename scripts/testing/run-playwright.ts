import { join } from 'node:path';
import { projectFolder } from '../project-folder.ts';
import { runCommand } from '../run-command.ts';

/** Runs Playwright with a configuration of tests/e2e; shows what it prints; returns its exit code. */
export async function runPlaywright(
  config: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const tool = join(projectFolder, 'node_modules', '@playwright', 'test', 'cli.js');
  const words = [tool, 'test', '--config', join('tests', 'e2e', config), ...args];
  return (await runCommand(process.execPath, words, { cwd: projectFolder, env, show: true })).code;
}
