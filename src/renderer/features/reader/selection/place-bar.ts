/** Where the selection bar goes. Pure; client pixels. */
import type { Box } from '../drawn/merge-rects.ts';

export interface BarPlace {
  readonly left: number;
  readonly top: number;
}

/** Between the words and the bar. */
const GAP = 8;

/**
 * Next to the end of the selection: below its last line, or above its first when it was dragged backwards or there is
 * no room below. Selected words are never covered: when neither fits, the bar goes above the frame's top edge, on the
 * toolbar.
 * @param lines boxes of the selected lines, in reading order.
 * @param frame the visible part of the reader.
 */
export function placeBar(
  lines: readonly Box[],
  bar: { width: number; height: number },
  frame: Box,
  backward: boolean,
): BarPlace | null {
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return null;
  const top = Math.min(...lines.map((line) => line.top));
  const bottom = Math.max(...lines.map((line) => line.bottom));
  if (bottom < frame.top || top > frame.bottom) return null;
  const below = { edge: bottom + GAP, x: last.right - bar.width / 2 };
  const above = { edge: top - GAP - bar.height, x: first.left - bar.width / 2 };
  const fitsBelow = below.edge + bar.height <= frame.bottom;
  const fitsAbove = above.edge >= frame.top;
  const preferred = backward
    ? fitsAbove
      ? above
      : fitsBelow
        ? below
        : null
    : fitsBelow
      ? below
      : fitsAbove
        ? above
        : null;
  const place = preferred ?? { edge: frame.top - GAP - bar.height, x: last.right - bar.width / 2 };
  const rightmost = frame.right - GAP - bar.width;
  return {
    left: Math.round(Math.max(frame.left + GAP, Math.min(rightmost, place.x))),
    top: Math.round(Math.max(0, place.edge)),
  };
}
