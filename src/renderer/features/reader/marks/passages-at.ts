/** Which passages lie under a point of a page. Pure; coordinates in parts (0..1) of the page. */
import type { Box } from '../drawn/merge-rects.ts';

export interface MarkedPassage {
  readonly passageId: number;
  /** UTF-16 units of the whole passage; tells the smaller of two. */
  readonly length: number;
  readonly boxes: readonly Box[];
}

/** Ids of the passages at a point, the smallest first, so that a nested passage can always be reached. */
export function passagesAt(marked: readonly MarkedPassage[], x: number, y: number): number[] {
  return marked
    .filter(({ boxes }) =>
      boxes.some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom),
    )
    .toSorted((a, b) => a.length - b.length || a.passageId - b.passageId)
    .map(({ passageId }) => passageId);
}
