import { expect, test } from 'vitest';
import type { Job } from '../../src/shared/domain/job.ts';
import { timeLeft } from '../../src/renderer/features/jobs/time-left.ts';

const job = (done: number, total: number): Job => ({
  id: 1,
  what: 'import',
  state: { kind: 'running' },
  done,
  total,
  current: '',
  failures: 0,
  startedAt: 1_000,
  batchId: 1,
  resumed: false,
  doneAtStart: 0,
});

test('the pace so far says how many minutes are left', () => {
  expect(timeLeft(job(25, 100), 61_000)).toBe(3);
});

test('what was done before it went on says nothing of the pace', () => {
  expect(timeLeft({ ...job(75, 100), doneAtStart: 50 }, 61_000)).toBe(1);
});

test('nothing is guessed at the start, without a file done, or at the end', () => {
  expect(timeLeft(job(25, 100), 5_000)).toBeNull();
  expect(timeLeft(job(0, 100), 61_000)).toBeNull();
  expect(timeLeft(job(100, 100), 61_000)).toBeNull();
});
