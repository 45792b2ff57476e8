/** How long a lock by its key takes in the real program: tests/e2e/lock.bench.ts presses it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withRuntime } from '../../scripts/runtime/with-runtime.ts';
import { playwrightCommand, runPlaywright } from '../../scripts/testing/run-playwright.ts';
import { spread, type Spread } from './spread.ts';

/** Milliseconds from the press of the key until the process is gone. */
interface LockTimes {
  readonly libraryGone: number;
  readonly pageGone: number;
}
interface LockRuns {
  readonly idle: readonly LockTimes[];
  readonly importing: readonly LockTimes[];
}

export interface AppLocks {
  readonly idle: Record<keyof LockTimes, Spread>;
  readonly importing: Record<keyof LockTimes, Spread>;
}

/** @throws Error when the program cannot be started, or does not lock. */
export async function measureAppLocks(): Promise<AppLocks> {
  const folder = mkdtempSync(join(tmpdir(), 'kartoteka-bench-'));
  const output = join(folder, 'locks.json');
  try {
    const code = await withRuntime({ kind: 'tests' }, ({ env }) =>
      runPlaywright(
        playwrightCommand('bench.config.ts', ['lock.bench.ts'], {
          ...env,
          KARTOTEKA_BENCH_OUTPUT: output,
        }),
      ),
    );
    if (code !== 0) throw new Error('The locks of the program could not be measured');
    const { idle, importing } = JSON.parse(readFileSync(output, 'utf8')) as LockRuns;
    return { idle: spreadOf(idle), importing: spreadOf(importing) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function spreadOf(times: readonly LockTimes[]): Record<keyof LockTimes, Spread> {
  return {
    libraryGone: spread(times.map(({ libraryGone }) => libraryGone)),
    pageGone: spread(times.map(({ pageGone }) => pageGone)),
  };
}
