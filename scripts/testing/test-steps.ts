import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../project-folder.ts';
import { runCommand } from '../run-command.ts';
import { say } from '../say.ts';
import { runPlaywright } from './run-playwright.ts';
import { playwrightCounts, vitestCounts } from './test-counts.ts';
import type { TestCounts, TestStep } from './test-counts.ts';

async function runScript(name: string, args: readonly string[]): Promise<number> {
  say(`\n── npm run ${name}`);
  const npm = process.env['npm_execpath'];
  const [command, words] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const all = [...words, 'run', '--silent', name, '--', ...args];
  return (await runCommand(command, all, { cwd: projectFolder, show: true })).code;
}

async function readCounts(
  path: string,
  read: (json: string) => TestCounts,
): Promise<TestCounts | undefined> {
  const json = await readFile(path, 'utf8').catch(() => undefined);
  return json === undefined ? undefined : read(json);
}

function step(name: string, code: number, counts?: TestCounts): TestStep {
  return { name, succeeded: code === 0, ...(counts === undefined ? {} : { counts }) };
}

/** A script of package.json that is no test, such as the linter. */
export async function checkStep(name: string): Promise<TestStep> {
  return step(name, await runScript(name, []));
}

/** The tests in plain Node. */
export async function vitestStep(reports: string): Promise<TestStep> {
  const report = join(reports, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runScript('test:core', reporters);
  return step('unit and integration tests', code, await readCounts(report, vitestCounts));
}

/** The tests in a real window. `args` go to Playwright. */
export async function playwrightStep(
  reports: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<TestStep> {
  say('\n── end-to-end tests');
  const report = join(reports, 'playwright.json');
  const code = await runPlaywright('playwright.config.ts', ['--reporter=list,json', ...args], {
    ...env,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  return step('end-to-end tests', code, await readCounts(report, playwrightCounts));
}
