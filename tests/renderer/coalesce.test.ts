import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { coalesce } from '../../src/renderer/stores/coalesce.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the first call runs at once, the rest become one, and the last is never lost', async () => {
  let runs = 0;
  const reload = coalesce(async () => {
    runs += 1;
    await Promise.resolve();
  }, 300);
  reload();
  reload();
  reload();
  expect(runs).toBe(1);
  await vi.advanceTimersByTimeAsync(299);
  expect(runs).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(runs).toBe(2);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(runs).toBe(2);
  reload();
  expect(runs).toBe(3);
});
