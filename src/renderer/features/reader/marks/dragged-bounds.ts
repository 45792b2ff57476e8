/** Which words a passage would have if one of its ends were let go at a point of the window. */
import type { TextPoint } from '../../../../shared/domain/passage.ts';
import type { ReaderPane } from '../panes/pane.ts';
import { snapToWords } from '../selection/words.ts';
import { comparePoints, type Stretch } from '../stretch.ts';
import { pointAt } from './point-at.ts';

export type PassageEnd = 'start' | 'end';

/** Null where no words are. @param exact not to whole words */
export function draggedBounds(
  pane: ReaderPane,
  passage: Stretch,
  end: PassageEnd,
  at: { readonly x: number; readonly y: number },
  exact: boolean,
): Stretch | null {
  const stretch = movedEnd(passage, end, (side) => pointAt(pane, at.x, at.y, side));
  if (stretch === null || exact) return stretch && { start: stretch.start, end: stretch.end };
  const textOf = (page: number): string => pane.drawn.getState().pages.get(page)?.stored ?? '';
  const { moved, start, end: last } = stretch;
  // Only the end that is dragged: the other one stays where it was put.
  return { start, end: last, [moved]: snapToWords({ start, end: last }, textOf)[moved] };
}

/**
 * A stretch with one end elsewhere. Dragged past the other end, it becomes that one, as in any selection of words. Null
 * where nothing would be left.
 * @param pointOf the point dragged to, as the one end or the other. Pure but for it.
 */
export function movedEnd(
  stretch: Stretch,
  end: PassageEnd,
  pointOf: (side: PassageEnd) => TextPoint | null,
): (Stretch & { readonly moved: PassageEnd }) | null {
  const still = end === 'start' ? stretch.end : stretch.start;
  for (const moved of end === 'start' ? (['start', 'end'] as const) : (['end', 'start'] as const)) {
    const point = pointOf(moved);
    if (point === null) continue;
    const order = comparePoints(point, still);
    if (moved === 'start' && order < 0) return { start: point, end: still, moved };
    if (moved === 'end' && order > 0) return { start: still, end: point, moved };
  }
  return null;
}
