/** Where a text item lies, measured along and across its own writing direction. */
import type { TextItem } from './text-content.ts';

export interface ItemGeometry {
  /** Unit vector of the writing direction in PDF space. */
  readonly direction: { readonly x: number; readonly y: number };
  /** PDF points along the writing direction. */
  readonly start: number;
  readonly end: number;
  /** PDF points across it, growing from one line to the next. */
  readonly across: number;
  /** Font size in PDF points; never 0. */
  readonly size: number;
}

/** @param vertical whether the item's font writes from top to bottom. */
export function geometryOf(item: TextItem, vertical: boolean): ItemGeometry {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = item.transform;
  const scale = Math.hypot(a, b);
  const right = scale === 0 ? { x: 1, y: 0 } : { x: a / scale, y: b / scale };
  const down = { x: right.y, y: -right.x };
  const direction = vertical ? down : right;
  const across = vertical ? { x: -right.x, y: -right.y } : down;
  const start = direction.x * x + direction.y * y;
  const size = (vertical ? item.width : item.height) || Math.hypot(c, d) || scale || 1;
  return {
    direction,
    start,
    end: start + (vertical ? item.height : item.width),
    across: across.x * x + across.y * y,
    size,
  };
}

/** Whether two items are written in the same direction, within about 10 degrees. */
export function sameDirection(a: ItemGeometry, b: ItemGeometry): boolean {
  return a.direction.x * b.direction.x + a.direction.y * b.direction.y > 0.985;
}
