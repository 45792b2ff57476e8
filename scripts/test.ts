/**
 * `npm test`: every check, then the end-to-end tests in a real window on a virtual display, then, as root, the packet test.
 * `npm test -- --e2e-only -g "name"` runs only end-to-end tests, `--network-only` only the packet test; what is not
 * ours goes to Playwright.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareNamespace } from './network/namespace.ts';
import type { NamespaceState } from './network/namespace.ts';
import { withRuntime } from './runtime/with-runtime.ts';
import { say } from './say.ts';
import { summaryLine } from './testing/test-counts.ts';
import type { TestStep } from './testing/test-counts.ts';
import { checkStep, networkStep, playwrightStep, vitestStep } from './testing/test-steps.ts';

const E2E_ONLY = '--e2e-only';
const NETWORK_ONLY = '--network-only';
/** Exit codes above this tell of a signal. */
const SIGNALLED = 128;
const args = process.argv.slice(2);
const rest = args.filter((word) => word !== E2E_ONLY && word !== NETWORK_ONLY);

const whole = rest.length === args.length;
const networkAsked = args.includes(NETWORK_ONLY);

/** Not run where it cannot be; that is seen in the closing line, and is a failure when it was asked for. */
function packetTestNotRun({ kind, why }: Exclude<NamespaceState, { kind: 'ready' }>): TestStep {
  say(`\n${why}`);
  if (networkAsked || kind === 'broken') return { name: 'packet test', succeeded: false };
  const counts = { passed: 0, failed: 0, skipped: 1 };
  return { name: 'packet test: not run', succeeded: true, counts };
}

async function runSteps(reports: string): Promise<TestStep[]> {
  const steps: TestStep[] = [];
  const namespace = whole || networkAsked ? await prepareNamespace() : undefined;
  if (networkAsked && namespace && namespace.kind !== 'ready') return [packetTestNotRun(namespace)];
  if (whole) {
    // First of all: what is missing on this machine is told, or installed, before minutes of tests.
    const code = await withRuntime({ kind: 'tests' }, async () => {
      for (const name of ['format:check', 'lint', 'types']) steps.push(await checkStep(name));
      steps.push(await vitestStep(reports));
      return 0;
    });
    if (code !== 0) return [...steps, brokenOff(code)];
  }
  // On a display of their own: where nobody has been for the minutes that other tests took, a library locks at once.
  const code = await withRuntime({ kind: 'tests' }, async ({ env }) => {
    if (!networkAsked) steps.push(await playwrightStep(reports, rest, env));
    if (namespace?.kind === 'ready') {
      steps.push(await networkStep(reports, networkAsked ? rest : [], env));
    } else if (namespace) {
      steps.push(packetTestNotRun(namespace));
    }
    return 0;
  });
  return code === 0 ? steps : [...steps, brokenOff(code)];
}

function brokenOff(code: number): TestStep {
  const name = code > SIGNALLED ? 'stopped before the end' : 'preparing the app and its window';
  return { name, succeeded: false };
}

const reports = await mkdtemp(join(tmpdir(), 'kartoteka-reports-'));
try {
  const steps = await runSteps(reports);
  say('');
  for (const { name, succeeded, failures = [] } of steps) {
    say(`${succeeded ? 'ok    ' : 'FAILED'}  ${name}`);
    for (const failed of failures) say(`        ${failed.name}: ${failed.why}`);
  }
  say(summaryLine(steps));
  process.exitCode = steps.every((each) => each.succeeded) ? 0 : 1;
} finally {
  await rm(reports, { recursive: true, force: true });
}
