import type { FailedTest } from './failed-tests.ts';

/** Numbers of tests. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** One thing that `npm test` did. Steps that are not tests have no counts. */
export interface TestStep {
  readonly name: string;
  readonly succeeded: boolean;
  readonly counts?: TestCounts;
  readonly failures?: readonly FailedTest[];
}

/** The parts of vitest's JSON report that are read here. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

/** The parts of Playwright's JSON report that are read here. `expected` tests passed. */
interface PlaywrightReport {
  readonly stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>;
}

/** Counts from vitest's JSON report. */
export function vitestCounts(json: string): TestCounts {
  const report = JSON.parse(json) as VitestReport;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Counts from Playwright's JSON report. A test that passed only on a second try has failed. */
export function playwrightCounts(json: string): TestCounts {
  const { stats } = JSON.parse(json) as PlaywrightReport;
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  };
}

/**
 * The last line of `npm test`. A step that failed without naming a failed test (a lint error, a
 * build that broke, a test file that could not be loaded) counts as one failure, so that the line
 * never looks better than the exit code.
 */
export function summaryLine(steps: readonly TestStep[]): string {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { counts, succeeded } of steps) {
    sum.passed += counts?.passed ?? 0;
    sum.failed += counts?.failed || (succeeded ? 0 : 1);
    sum.skipped += counts?.skipped ?? 0;
  }
  const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : '';
  return `${sum.passed} passed, ${sum.failed} failed${skipped}`;
}
