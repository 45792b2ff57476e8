import { describe, expect, it } from 'vitest';
import { ARGON_CEILING, ARGON_FLOOR } from '../../../src/core/library/keys/argon-cost.ts';
import { calibrateCost } from '../../../src/core/library/keys/calibrate.ts';

const PLENTY_KIB = 16 * 1024 * 1024;

/** What a derivation of this cost takes on a machine that needs `floorMs` for the cheapest. */
function expectedMs(
  floorMs: number,
  { memoryKiB, passes }: { memoryKiB: number; passes: number },
): number {
  return (floorMs * memoryKiB * passes) / (ARGON_FLOOR.memoryKiB * ARGON_FLOOR.passes);
}

describe('calibration', () => {
  it.each([5, 20, 60, 100, 150, 200, 250, 300, 340, 400, 500, 700])(
    'comes to about a second where the floor takes %i ms',
    async (floorMs) => {
      const cost = await calibrateCost(async () => floorMs, PLENTY_KIB);
      const expected = expectedMs(floorMs, cost);
      expect(cost.passes).toBeLessThanOrEqual(ARGON_CEILING.passes);
      // A machine that is faster than any today comes to the ceiling instead.
      if (floorMs >= 20) expect(expected).toBeGreaterThan(700);
      expect(expected).toBeLessThan(1_500);
    },
  );

  it.each([1_000, 2_000, 60_000])(
    'never undercuts the floor on a slow machine (%i ms)',
    async (floorMs) => {
      expect(await calibrateCost(async () => floorMs, PLENTY_KIB)).toEqual(ARGON_FLOOR);
    },
  );

  it('takes no more than an eighth of the memory of the machine, and more passes instead', async () => {
    const cost = await calibrateCost(async () => 60, 1024 * 1024);
    expect(cost.memoryKiB).toBe(128 * 1024);
    expect(expectedMs(60, cost)).toBeGreaterThan(700);
  });

  it('believes the faster of two runs, because a busy machine only ever looks slower', async () => {
    const times = [5_000, 100];
    const cost = await calibrateCost(async () => times.shift() ?? 0, PLENTY_KIB);
    expect(cost.memoryKiB).toBeGreaterThan(ARGON_FLOOR.memoryKiB);
  });

  it('measures the real thing', { timeout: 60_000 }, async () => {
    const cost = await calibrateCost();
    expect(cost.memoryKiB).toBeGreaterThanOrEqual(ARGON_FLOOR.memoryKiB);
    expect(cost.passes).toBeGreaterThanOrEqual(ARGON_FLOOR.passes);
    expect(cost.lanes).toBe(1);
  });
});
