/** Passages that overlap get underlines at different heights, so that each can be seen. Pure. */
import { comparePoints, type Stretch } from '../stretch.ts';

/** More than these lie on each other at one place only rarely; their fills still show. */
const LANES = 4;

/** The lane of each stretch, 0 nearest to the words: the lowest that no overlapping stretch before it has. Given in reading order. */
export function lanesOf(stretches: readonly Stretch[]): number[] {
  const lastOf: (Stretch | undefined)[] = [];
  return stretches.map((stretch) => {
    for (let lane = 0; lane < LANES; lane += 1) {
      const last = lastOf[lane];
      if (last !== undefined && comparePoints(last.end, stretch.start) > 0) continue;
      lastOf[lane] = stretch;
      return lane;
    }
    return LANES - 1;
  });
}
