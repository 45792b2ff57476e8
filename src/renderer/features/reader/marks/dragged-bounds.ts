/** Which words a passage would have if one of its ends were let go at a point of the window. */
import type { Passage, TextPoint } from '../../../../shared/domain/passage.ts';
import type { DrawnPage } from '../drawn/drawn-page.ts';
import { translateStretch } from '../drawn/translate-stretch.ts';
import type { ReaderPane } from '../panes/pane.ts';
import { snapToWords } from '../selection/words.ts';
import { comparePoints, type Stretch } from '../stretch.ts';

export type PassageEnd = 'start' | 'end';

/** Null where no words are, and where the ends would cross. @param exact not to whole words */
export function draggedBounds(
  pane: ReaderPane,
  passage: Passage,
  end: PassageEnd,
  at: { readonly x: number; readonly y: number },
  exact: boolean,
): Stretch | null {
  const point = pointAt(pane, at.x, at.y, end);
  if (point === null) return null;
  const stretch = { start: passage.start, end: passage.end, [end]: point };
  if (comparePoints(stretch.start, stretch.end) >= 0) return null;
  if (exact) return stretch;
  const textOf = (page: number): string => pane.drawn.getState().pages.get(page)?.stored ?? '';
  // Only the end that is dragged: the other one stays where it was put.
  return { ...stretch, [end]: snapToWords(stretch, textOf)[end] };
}

/** The point of the stored text below a point of the window. */
function pointAt(pane: ReaderPane, x: number, y: number, side: PassageEnd): TextPoint | null {
  const caret = document.caretPositionFromPoint(x, y);
  if (caret === null) return null;
  const { offsetNode, offset } = caret;
  for (const page of pane.drawn.getState().pages.values()) {
    if (!page.element.contains(offsetNode)) continue;
    const found = page.offsetOf(offsetNode, offset, side);
    return found === null ? null : storedPoint(page, found, side);
  }
  return null;
}

function storedPoint(page: DrawnPage, offset: number, side: PassageEnd): TextPoint | null {
  const { number, screen, stored } = page;
  if (screen === stored) return { page: number, offset };
  const [from, to] = side === 'start' ? [offset, screen.length] : [0, offset];
  const found = translateStretch(screen, stored, from, to);
  return found && { page: number, offset: side === 'start' ? found.start : found.end };
}
