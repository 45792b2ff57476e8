/** A box that a person draws on a page, in parts (0..1) of the page as it lies on the screen. Pure. */
import type { Box } from '../drawn/merge-rects.ts';

/** Of the page's width and height. */
const LEAST_SIDE = 0.01;
const STEP = 0.02;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a box was taken hold of: at a corner, of which the opposite one stays, or inside. */
export type Grip = { kind: 'corner'; fixed: Point } | { kind: 'inside'; from: Point; box: Box };

/** @param reach how far from a corner it is still taken, in parts of the page's width and height */
export function gripAt(box: Box, at: Point, reach: Point): Grip | null {
  const { left, right, top, bottom } = box;
  const near = (one: number, other: number, most: number): boolean => Math.abs(one - other) <= most;
  for (const [x, oppositeX] of [
    [left, right],
    [right, left],
  ] as const) {
    for (const [y, oppositeY] of [
      [top, bottom],
      [bottom, top],
    ] as const) {
      if (near(at.x, x, reach.x) && near(at.y, y, reach.y)) {
        return { kind: 'corner', fixed: { x: oppositeX, y: oppositeY } };
      }
    }
  }
  const isInside = at.x >= left && at.x <= right && at.y >= top && at.y <= bottom;
  return isInside ? { kind: 'inside', from: at, box } : null;
}

/** The box when what was taken hold of is dragged to a point. */
export function boxByGrip(grip: Grip, to: Point): Box {
  if (grip.kind === 'corner') return boxBetween(grip.fixed, to);
  const { box, from } = grip;
  const [x, y] = [to.x - from.x, to.y - from.y];
  return kept({
    left: box.left + x,
    right: box.right + x,
    top: box.top + y,
    bottom: box.bottom + y,
  });
}

/** In the middle of the part of the page in view; `from` and `to` are its top and bottom. */
export function boxInView(from: number, to: number): Box {
  const middle = (Math.max(0, from) + Math.min(1, to)) / 2;
  return kept({ left: 0.3, right: 0.7, top: middle - 0.1, bottom: middle + 0.1 });
}

export function boxBetween(one: Point, other: Point): Box {
  const within = (part: number): number => Math.min(1, Math.max(0, part));
  return {
    left: within(Math.min(one.x, other.x)),
    right: within(Math.max(one.x, other.x)),
    top: within(Math.min(one.y, other.y)),
    bottom: within(Math.max(one.y, other.y)),
  };
}

/** Smaller ones are a slip of the hand. */
export function isLargeEnough({ left, right, top, bottom }: Box): boolean {
  return right - left >= LEAST_SIDE && bottom - top >= LEAST_SIDE;
}

/** Moved by an arrow key, or made larger and smaller at its right and bottom; null for other keys. */
export function boxByKey(box: Box, key: string, resize: boolean): Box | null {
  const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  if (by === undefined) return null;
  const [x = 0, y = 0] = by.map((steps) => steps * STEP);
  const next = resize
    ? { ...box, right: box.right + x, bottom: box.bottom + y }
    : { left: box.left + x, right: box.right + x, top: box.top + y, bottom: box.bottom + y };
  return isLargeEnough(next) ? kept(next) : box;
}

/** Moved back onto the page, or cut where it is too large for that. */
function kept(box: Box): Box {
  const shift = (from: number, to: number): number => Math.max(0, -from) || Math.min(0, 1 - to);
  const x = shift(box.left, box.right);
  const y = shift(box.top, box.bottom);
  return boxBetween({ x: box.left + x, y: box.top + y }, { x: box.right + x, y: box.bottom + y });
}
