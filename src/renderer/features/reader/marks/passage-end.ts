/** Where the ends of a passage stand on the screen: what is dragged to change its bounds. Client pixels. */
import type { TextPoint } from '../../../../shared/domain/passage.ts';
import type { Box } from '../drawn/merge-rects.ts';

export interface EndPlace {
  /** Middle of the edge of its first or last letter. */
  readonly x: number;
  readonly y: number;
  /** Of the line, across its words. */
  readonly thickness: number;
  /** The side of the line its knob is on. */
  readonly knob: 'above' | 'below' | 'left' | 'right';
}

/** Letters farther from each other than this many of their own sizes do not follow each other on a line. */
const NEXT = 2;

/**
 * The place of an end by its letter and the one beside it within the passage, which tells which way the words run: to the left
 * in Hebrew, downwards on a turned page.
 */
export function placeOfEnd(letter: Box, beside: Box | null, end: 'start' | 'end'): EndPlace {
  const sign = end === 'start' ? 1 : -1;
  const near = beside !== null && isNear(letter, beside) ? beside : null;
  // From this letter on into the passage, whichever end it is.
  const dx =
    near === null ? sign : middle(near.left, near.right) - middle(letter.left, letter.right);
  const dy = near === null ? 0 : middle(near.top, near.bottom) - middle(letter.top, letter.bottom);
  if (Math.abs(dx) >= Math.abs(dy)) {
    return {
      x: dx > 0 ? letter.left : letter.right,
      y: middle(letter.top, letter.bottom),
      thickness: letter.bottom - letter.top,
      knob: end === 'start' ? 'above' : 'below',
    };
  }
  const runsDown = dy * sign > 0;
  return {
    x: middle(letter.left, letter.right),
    y: dy > 0 ? letter.top : letter.bottom,
    thickness: letter.right - letter.left,
    knob: runsDown === (end === 'start') ? 'right' : 'left',
  };
}

/** Marks above letters, and halves of letters, have no box of their own: so many are looked at. */
const LOOKED_AT = 8;

/**
 * The outermost letter of an end and the one beside it.
 * @param boxAt the box of the letter at an offset of the page; null when the screen shows none.
 */
export function lettersOfEnd(
  { offset }: TextPoint,
  end: 'start' | 'end',
  boxAt: (offset: number) => Box | null,
): readonly [Box | null, Box | null] {
  let letter: Box | null = null;
  for (let step = 0; step < LOOKED_AT; step += 1) {
    const at = end === 'start' ? offset + step : offset - 1 - step;
    const box = at < 0 ? null : boxAt(at);
    if (box === null) continue;
    if (letter === null) letter = box;
    else if (box.left !== letter.left || box.top !== letter.top) return [letter, box];
  }
  return [letter, null];
}

function isNear(a: Box, b: Box): boolean {
  const size = Math.max(a.right - a.left, a.bottom - a.top, b.right - b.left, b.bottom - b.top);
  const apart = Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom);
  const onLine =
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5 * (a.bottom - a.top) ||
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 * (a.right - a.left);
  return onLine && apart <= NEXT * size;
}

function middle(a: number, b: number): number {
  return (a + b) / 2;
}
