/** The caret with which words are selected from the keyboard. */
import type { TextPoint } from '../../../../shared/domain/passage.ts';
import { comparePoints, type Stretch } from '../stretch.ts';

export interface Caret {
  /** Where the selection began; the same point as `focus` while nothing is selected. */
  readonly anchor: TextPoint;
  /** Where the caret is. */
  readonly focus: TextPoint;
  /** Client pixels; where moves from line to line aim at. Null after a move along the line. */
  readonly goalX: number | null;
  /** The passage whose bounds are being changed; null while new words are selected. */
  readonly boundsOf: number | null;
  /** What those who hear the page are told of the last move. */
  readonly said: string;
}

export function caretStretch({ anchor, focus }: Caret): Stretch | null {
  const order = comparePoints(anchor, focus);
  if (order === 0) return null;
  return order < 0 ? { start: anchor, end: focus } : { start: focus, end: anchor };
}
