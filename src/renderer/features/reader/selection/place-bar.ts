/** Where the selection bar goes. Pure; client pixels. */
import type { Box } from '../drawn/merge-rects.ts';

export interface BarPlace {
  readonly left: number;
  readonly top: number;
}

/** Between the words and the bar. */
const GAP = 8;

/**
 * At the end of the selection: below its last line, or above its first when it was dragged backwards. Selected words are
 * never covered: where a place would cover some, or is out of the frame, the next one is taken, and at last the one above
 * the frame's top edge, on the toolbar.
 * @param lines boxes of the selected lines, in reading order (which need not be top to bottom: footers, columns).
 * @param frame the visible part of the reader.
 * @returns null while all of the words are out of view.
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

  const leftFor = (x: number): number => {
    const rightmost = frame.right - GAP - bar.width;
    return Math.round(Math.max(frame.left + GAP, Math.min(rightmost, x - bar.width / 2)));
  };
  const below = [
    { left: leftFor(last.right), top: last.bottom + GAP },
    { left: leftFor(last.right), top: bottom + GAP },
  ];
  const above = [
    { left: leftFor(first.left), top: first.top - GAP - bar.height },
    { left: leftFor(first.left), top: top - GAP - bar.height },
  ];
  const places = backward ? [...above, ...below] : [...below, ...above];
  const place = places.find(
    (each) =>
      each.top >= frame.top &&
      each.top + bar.height <= frame.bottom &&
      !lines.some((line) => covers(each, bar, line)),
  );
  const { left, top: edge } = place ?? {
    left: leftFor(last.right),
    top: Math.max(0, frame.top - GAP - bar.height),
  };
  return { left, top: Math.round(edge) };
}

function covers(place: BarPlace, bar: { width: number; height: number }, line: Box): boolean {
  return (
    place.left < line.right &&
    place.left + bar.width > line.left &&
    place.top < line.bottom &&
    place.top + bar.height > line.top
  );
}
