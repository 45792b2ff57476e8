import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startMaintenance } from '../../../src/core/handlers/maintenance.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const nothing = {
  search: { maintain: () => false },
  isBusy: () => false,
  lastAsked: () => Date.now(),
  idleMinutes: () => 5,
  purge: () => undefined,
};

it('goes on later when the disk is full, and never ends the process', () => {
  let looks = 0;
  const full = {
    maintain() {
      looks += 1;
      throw Object.assign(new Error(), { code: 'SQLITE_FULL' });
    },
  };
  const stop = startMaintenance({ ...nothing, search: full });
  vi.advanceTimersByTime(10_000);
  stop();
  vi.advanceTimersByTime(10_000);
  expect(looks).toBe(5);
});

it('writes the file anew only when nobody has asked for anything for long, and the index is in shape', () => {
  const begun = Date.now();
  let asked = begun;
  let slices = 100;
  const purged: number[] = [];
  const stop = startMaintenance({
    ...nothing,
    search: { maintain: () => slices-- > 0 },
    lastAsked: () => asked,
    purge: () => purged.push(Date.now() - begun),
  });
  vi.advanceTimersByTime(200_000);
  asked = Date.now();
  vi.advanceTimersByTime(239_000);
  expect(purged).toEqual([]);
  vi.advanceTimersByTime(4_000);
  stop();
  expect(purged[0]).toBeGreaterThan(440_000);
});
