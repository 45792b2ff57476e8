import type { Box } from '../drawn/merge-rects.ts';

/** A rectangle is being chosen: not drawn yet, or drawn on a page in parts of its size. */
export type RegionChoice = { kind: 'aiming' } | DrawnRegion;

export interface DrawnRegion {
  readonly kind: 'drawn';
  readonly page: number;
  readonly box: Box;
  /** The passage that gets these bounds; null for a new one. */
  readonly boundsOf: number | null;
}
