/** From a page's stored text to its text on the screen and back, where the two differ. Pure. */
import { findQuote } from '../../../../shared/anchoring/find-quote.ts';
import { contextAfter, contextBefore } from '../../../../shared/anchoring/make-anchor.ts';

export interface Translated {
  /** UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** False when the place was found by its words. */
  readonly exact: boolean;
}

/**
 * The place in `to` of the words at `start`..`end` of `from`. Null when they are not there, or in several places with the
 * same words around them: a stretch is never moved by guessing.
 */
export function translateStretch(
  from: string,
  to: string,
  start: number,
  end: number,
): Translated | null {
  if (start >= end) return null;
  if (from === to) return { start, end, exact: true };
  const found = findQuote(to, from.slice(start, end), {
    prefix: contextBefore(from, start),
    suffix: contextAfter(from, end),
    hint: start,
  });
  if (found === undefined || found.others > 0) return null;
  return { start: found.start, end: found.end, exact: false };
}
