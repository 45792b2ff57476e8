/** «Find in document» as the reader holds it. */
import type { FoundPage } from '../../../../shared/domain/find.ts';
import type { FindOptions } from '../../../../shared/find/find-in-text.ts';

export interface FindSlice extends FindOptions {
  readonly text: string;
  /** Pages with what was found, in reading order; grows while it is looked for. */
  readonly pages: readonly FoundPage[];
  /** Index over all marks of `pages`; -1 when none is current. */
  readonly current: number;
  readonly looking: boolean;
  /** There are, or may be, places beyond those in `pages`: it stopped at the most that it keeps. */
  readonly more: boolean;
  /** Grows whenever the field shall take the focus. */
  readonly wanted: number;
}

export const EMPTY_FIND: FindSlice = {
  text: '',
  matchCase: false,
  wholeWords: false,
  pages: [],
  current: -1,
  looking: false,
  more: false,
  wanted: 0,
};
