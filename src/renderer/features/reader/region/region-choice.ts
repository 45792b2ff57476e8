import type { Box } from '../drawn/merge-rects.ts';

/** A rectangle is being chosen: not drawn yet, or drawn on a page in parts of its size. */
export type RegionChoice = { kind: 'aiming' } | { kind: 'drawn'; page: number; box: Box };
