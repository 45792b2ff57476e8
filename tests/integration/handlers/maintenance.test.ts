import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startMaintenance } from '../../../src/core/handlers/maintenance.ts';
import type { SearchIndex } from '../../../src/core/search/search-index.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('goes on later when the disk is full, and never ends the process', () => {
  let looks = 0;
  const full: Pick<SearchIndex, 'maintain'> = {
    maintain() {
      looks += 1;
      throw Object.assign(new Error(), { code: 'SQLITE_FULL' });
    },
  };
  const stop = startMaintenance(full, () => false);
  vi.advanceTimersByTime(10_000);
  stop();
  vi.advanceTimersByTime(10_000);
  expect(looks).toBe(5);
});
