import { describe, expect, it } from 'vitest';
import {
  playwrightCounts,
  summaryLine,
  vitestCounts,
} from '../../../scripts/testing/test-counts.ts';

const counts = (passed: number, failed: number, skipped = 0) => ({ passed, failed, skipped });

describe('reports', () => {
  it('of vitest: todo counts as skipped', () => {
    const report = { numPassedTests: 7, numFailedTests: 2, numPendingTests: 3, numTodoTests: 1 };
    expect(vitestCounts(JSON.stringify(report))).toEqual(counts(7, 2, 4));
  });

  it('of Playwright: flaky counts as failed', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
    expect(playwrightCounts(JSON.stringify({ stats }))).toEqual(counts(5, 2, 2));
  });
});

describe('the last line', () => {
  it('adds up the tests of both', () => {
    const steps = [
      { name: 'lint', succeeded: true },
      { name: 'unit', succeeded: true, counts: counts(10, 0) },
      { name: 'window', succeeded: true, counts: counts(3, 0) },
    ];
    expect(summaryLine(steps)).toBe('13 passed, 0 failed');
  });

  it('names skipped tests only when there are some', () => {
    const steps = [{ name: 'unit', succeeded: true, counts: counts(10, 0, 2) }];
    expect(summaryLine(steps)).toBe('10 passed, 0 failed, 2 skipped');
  });

  it('never says 0 failed when a step failed', () => {
    const steps = [
      { name: 'lint', succeeded: false },
      { name: 'unit', succeeded: false, counts: counts(10, 0) },
      { name: 'window', succeeded: false, counts: counts(3, 2) },
    ];
    expect(summaryLine(steps)).toBe('13 passed, 4 failed');
  });
});
