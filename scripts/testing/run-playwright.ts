import { join } from 'node:path';
import { projectFolder } from '../project-folder.ts';
import { runCommand } from '../run-command.ts';

/** A program with its words and its environment, to be run as it is or inside of something. */
export interface PlaywrightCommand {
  readonly command: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** Playwright with a configuration of tests/e2e. */
export function playwrightCommand(
  config: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): PlaywrightCommand {
  const tool = join(projectFolder, 'node_modules', '@playwright', 'test', 'cli.js');
  const words = [tool, 'test', '--config', join('tests', 'e2e', config), ...args];
  return { command: [process.execPath, ...words], env };
}

/** Runs it; shows what it prints; returns its exit code. */
export async function runPlaywright({ command, env }: PlaywrightCommand): Promise<number> {
  const [program, ...words] = command;
  return (await runCommand(program ?? '', words, { cwd: projectFolder, env, show: true })).code;
}
