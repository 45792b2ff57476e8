/**
 * Finds a quote in a text again. Used to re-anchor passages in text that was made anew and by the command line. A quote
 * that is not there, or only among words that are not those it stood among, is a miss: never a silent move.
 */
import { foldText } from './fold-text.ts';

export interface QuoteContext {
  /** Text that stood before and after the quote; empty when not known. */
  readonly prefix?: string;
  readonly suffix?: string;
  /** UTF-16 offset where the quote used to start. */
  readonly hint?: number;
}

export interface QuoteMatch {
  /** UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** False when white space, hyphenation or the shape of quotation marks differ. */
  readonly exact: boolean;
  /** How many other places have the same context; 0 when this one is exactly where the hint says. */
  readonly others: number;
}

/** A quote this long is enough by itself; a shorter one needs some of the words it stood among. UTF-16 units. */
const DISTINCTIVE = 32;
/** Context in common, on both sides together, that identifies a short quote. UTF-16 units. */
const ENOUGH_CONTEXT = 6;

/** Exact matches are preferred over tolerant ones; among equals context decides, then nearness to the hint, then order. */
export function findQuote(
  text: string,
  quote: string,
  context: QuoteContext = {},
): QuoteMatch | undefined {
  const wanted = quote.normalize('NFC');
  if (wanted.trim() === '') return undefined;
  const exact = best(text, wanted, context);
  if (exact) return { ...exact, exact: true };
  const folded = foldText(text);
  const found = best(folded.text, foldText(wanted).text.trim(), {
    prefix: foldText(context.prefix ?? '').text,
    suffix: foldText(context.suffix ?? '').text,
    ...(context.hint === undefined
      ? {}
      : { hint: foldedOffset(folded.starts, folded.text.length, context.hint) }),
  });
  if (!found) return undefined;
  return {
    start: folded.starts[found.start] ?? 0,
    end: folded.ends[found.end - 1] ?? 0,
    exact: false,
    others: found.others,
  };
}

type Place = Omit<QuoteMatch, 'exact'>;

function best(text: string, quote: string, context: QuoteContext): Place | undefined {
  const { prefix = '', suffix = '', hint } = context;
  const needed =
    quote.length >= DISTINCTIVE ? 0 : Math.min(ENOUGH_CONTEXT, prefix.length + suffix.length);
  const places: { start: number; score: number; distance: number }[] = [];
  for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1)) {
    const score =
      commonSuffix(text, start, prefix) + commonPrefix(text, start + quote.length, suffix);
    const distance = hint === undefined ? 0 : Math.abs(start - hint);
    if (score >= needed || (distance === 0 && hint !== undefined))
      places.push({ start, score, distance });
  }
  places.sort((a, b) => b.score - a.score || a.distance - b.distance || a.start - b.start);
  const [first] = places;
  if (!first) return undefined;
  const isAtHint = hint !== undefined && first.distance === 0;
  const alike = isAtHint ? 1 : places.filter(({ score }) => score === first.score).length;
  return { start: first.start, end: first.start + quote.length, others: alike - 1 };
}

/** Units that `text` before `end` and `prefix` have in common, counted backwards. */
function commonSuffix(text: string, end: number, prefix: string): number {
  let count = 0;
  while (count < prefix.length && count < end && text[end - 1 - count] === prefix.at(-1 - count)) {
    count += 1;
  }
  return count;
}

function commonPrefix(text: string, start: number, suffix: string): number {
  let count = 0;
  while (
    count < suffix.length &&
    text[start + count] === suffix[count] &&
    start + count < text.length
  ) {
    count += 1;
  }
  return count;
}

/** The first folded unit that begins at or after an original offset. */
function foldedOffset(starts: Int32Array, length: number, offset: number): number {
  const found = starts.subarray(0, length).findIndex((start) => start >= offset);
  return found < 0 ? length : found;
}
