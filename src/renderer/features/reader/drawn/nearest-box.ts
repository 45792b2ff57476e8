/** Which of some boxes a point beside all of them means. Pure; any unit. */
import type { Box } from './merge-rects.ts';

/**
 * How much farther a place above or below seems than one beside: right of a short line its end is meant, not the longer line
 * above it.
 */
const ACROSS = 20;

/** Index of the nearest box; -1 when there is none. */
export function nearestBox(boxes: readonly Box[], x: number, y: number): number {
  let nearest = -1;
  let least = Infinity;
  for (const [index, { left, top, right, bottom, sideways }] of boxes.entries()) {
    const beside = Math.max(left - x, x - right, 0);
    const above = Math.max(top - y, y - bottom, 0);
    const distance = sideways ? above + ACROSS * beside : beside + ACROSS * above;
    if (distance >= least) continue;
    least = distance;
    nearest = index;
  }
  return nearest;
}
