/**
 * `npm test`: every check, then the end-to-end tests in a real window on a virtual display.
 * `npm test -- --e2e-only -g "name"` runs only end-to-end tests; what is not ours goes to Playwright.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withRuntime } from './runtime/with-runtime.ts';
import { say } from './say.ts';
import { summaryLine } from './testing/test-counts.ts';
import type { TestStep } from './testing/test-counts.ts';
import { checkStep, playwrightStep, vitestStep } from './testing/test-steps.ts';

const E2E_ONLY = '--e2e-only';
/** Exit codes above this tell of a signal. */
const SIGNALLED = 128;
const args = process.argv.slice(2);

async function runSteps(reports: string): Promise<TestStep[]> {
  const steps: TestStep[] = [];
  const code = await withRuntime({ kind: 'tests' }, async (runtime) => {
    if (!args.includes(E2E_ONLY)) {
      for (const name of ['format:check', 'lint', 'types']) steps.push(await checkStep(name));
      steps.push(await vitestStep(reports));
    }
    const rest = args.filter((word) => word !== E2E_ONLY);
    steps.push(await playwrightStep(reports, rest, runtime.env));
    return 0;
  });
  if (code !== 0) {
    const name = code > SIGNALLED ? 'stopped before the end' : 'preparing the app and its window';
    steps.push({ name, succeeded: false });
  }
  return steps;
}

const reports = await mkdtemp(join(tmpdir(), 'kartoteka-reports-'));
try {
  const steps = await runSteps(reports);
  say('');
  for (const { name, succeeded } of steps) say(`${succeeded ? 'ok    ' : 'FAILED'}  ${name}`);
  say(summaryLine(steps));
  process.exitCode = steps.every((each) => each.succeeded) ? 0 : 1;
} finally {
  await rm(reports, { recursive: true, force: true });
}
