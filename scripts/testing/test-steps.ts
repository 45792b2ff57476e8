import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../project-folder.ts';
import { runCommand } from '../run-command.ts';
import { say } from '../say.ts';
import { insideNamespace } from '../network/namespace.ts';
import { playwrightCommand, runPlaywright } from './run-playwright.ts';
import type { PlaywrightCommand } from './run-playwright.ts';
import { playwrightFailures, vitestFailures } from './failed-tests.ts';
import type { FailedTest } from './failed-tests.ts';
import { playwrightCounts, vitestCounts } from './test-counts.ts';
import type { TestCounts, TestStep } from './test-counts.ts';

async function runScript(name: string, args: readonly string[]): Promise<number> {
  say(`\n── npm run ${name}`);
  const npm = process.env['npm_execpath'];
  const [command, words] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const all = [...words, 'run', '--silent', name, '--', ...args];
  return (await runCommand(command, all, { cwd: projectFolder, show: true })).code;
}

/** What a step's report tells; nothing when it came to no report. */
type Told = Pick<TestStep, 'counts' | 'failures'>;

async function readReport(
  path: string,
  counts: (json: string) => TestCounts,
  failures: (json: string) => FailedTest[],
): Promise<Told> {
  const json = await readFile(path, 'utf8').catch(() => undefined);
  return json === undefined ? {} : { counts: counts(json), failures: failures(json) };
}

function step(name: string, code: number, told: Told = {}): TestStep {
  return { name, succeeded: code === 0, ...told };
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
  return step(
    'unit and integration tests',
    code,
    await readReport(report, vitestCounts, vitestFailures),
  );
}

/** @param within where Playwright is run: as it is, or in a network of its own. */
async function playwrightTests(
  name: string,
  report: string,
  { command, env }: PlaywrightCommand,
  within: (inner: PlaywrightCommand) => PlaywrightCommand = (inner) => inner,
): Promise<TestStep> {
  say(`\n── ${name}`);
  const reported = {
    command: [...command, '--reporter=list,json'],
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  };
  const code = await runPlaywright(within(reported));
  return step(name, code, await readReport(report, playwrightCounts, playwrightFailures));
}

/** The tests in a real window. `args` go to Playwright. */
export function playwrightStep(
  reports: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<TestStep> {
  const command = playwrightCommand('playwright.config.ts', args, env);
  return playwrightTests('end-to-end tests', join(reports, 'playwright.json'), command);
}

/** The tests that count packets, in a network of their own; the caller has seen to it that there can be one. */
export function networkStep(
  reports: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<TestStep> {
  const command = playwrightCommand('network.config.ts', args, env);
  return playwrightTests('packet test', join(reports, 'network.json'), command, (inner) =>
    insideNamespace(inner, reports),
  );
}
