/** The point of the stored text below a point of the window, or nearest to it. */
import type { TextPoint } from '../../../../shared/domain/passage.ts';
import { nearestLetters } from '../drawn/nearest-letters.ts';
import { translateStretch } from '../drawn/translate-stretch.ts';
import type { ReaderPane } from '../panes/pane.ts';

/** @param side the end that the point shall be, at places between two items of text. */
export function pointAt(
  pane: ReaderPane,
  x: number,
  y: number,
  side: 'start' | 'end',
): TextPoint | null {
  const place = nearestLetters([...pane.drawn.getState().pages.values()], x, y);
  if (place === null) return null;
  const { number, screen, stored, offsetOf } = place.page;
  const offset = offsetOf(place.node, place.offset, side);
  if (offset === null) return null;
  if (screen === stored) return { page: number, offset };
  const [from, to] = side === 'start' ? [offset, screen.length] : [0, offset];
  const found = translateStretch(screen, stored, from, to);
  return found && { page: number, offset: side === 'start' ? found.start : found.end };
}
