import { describe, expect, it } from 'vitest';
import { playwrightFailures, vitestFailures } from '../../../scripts/testing/failed-tests.ts';

describe('failed tests', () => {
  it('of vitest: with the first line of what they said, without colours', () => {
    const assertionResults = [
      { status: 'passed', fullName: 'holds', failureMessages: [] },
      {
        status: 'failed',
        fullName: 'breaks',
        failureMessages: ['\u001B[31mexpected 1\u001B[39m\nat b'],
      },
    ];
    const testResults = [{ name: 'a.test.ts', status: 'failed', message: '', assertionResults }];
    expect(vitestFailures(JSON.stringify({ testResults }))).toEqual([
      { name: 'a.test.ts › breaks', why: 'expected 1' },
    ]);
  });

  it('of vitest: a file that could not be loaded', () => {
    const file = { name: 'a.test.ts', status: 'failed', message: '\nno such module' };
    const report = { testResults: [{ ...file, assertionResults: [] }] };
    expect(vitestFailures(JSON.stringify(report))).toEqual([
      { name: 'a.test.ts', why: 'no such module' },
    ]);
  });

  it('of Playwright: in nested suites, flaky ones too, and what is no test', () => {
    const test = (status: string, message?: string) => ({
      status,
      results: [message === undefined ? {} : { error: { message } }],
    });
    const specs = [
      { title: 'opens', file: 'b.test.ts', tests: [test('expected')] },
      { title: 'closes', file: 'b.test.ts', tests: [test('unexpected', 'Timeout\n  at c')] },
      { title: 'stays', file: 'b.test.ts', tests: [test('flaky', 'gone')] },
    ];
    const report = { errors: [{ message: 'no window' }], suites: [{ suites: [{ specs }] }] };
    expect(playwrightFailures(JSON.stringify(report))).toEqual([
      { name: 'Playwright', why: 'no window' },
      { name: 'b.test.ts › closes', why: 'Timeout' },
      { name: 'b.test.ts › stays', why: 'gone' },
    ]);
  });

  it('names none when all passed', () => {
    expect(vitestFailures(JSON.stringify({ numPassedTests: 1 }))).toEqual([]);
    expect(playwrightFailures(JSON.stringify({ stats: {} }))).toEqual([]);
  });
});
