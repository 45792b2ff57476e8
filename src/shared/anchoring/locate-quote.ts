/** Finds a quote in a document's pages, across page borders too. */
import type { PassageAnchor, TextPoint } from '../domain/passage.ts';
import { findQuote, type QuoteContext, type QuoteMatch } from './find-quote.ts';
import { makeAnchor, type PageText } from './make-anchor.ts';

export interface LocatedQuote extends Pick<QuoteMatch, 'exact' | 'others'> {
  readonly start: TextPoint;
  /** Exclusive. */
  readonly end: TextPoint;
}

/** @param pages in order; `context.hint` counts UTF-16 units of the pages joined by one LF. */
export function locateQuote(
  pages: readonly PageText[],
  quote: string,
  context: QuoteContext = {},
): LocatedQuote | undefined {
  const match = findQuote(pages.map(({ text }) => text).join('\n'), quote, context);
  if (!match) return undefined;
  const start = pointAt(pages, match.start);
  const last = pointAt(pages, match.end - 1);
  const end = { page: last.page, offset: last.offset + 1 };
  return { start, end, exact: match.exact, others: match.others };
}

/**
 * The anchor of a passage in text that was made anew; rectangles are kept, because they belong to the page image.
 * Undefined when the passage cannot be placed with confidence: it is then listed, not moved.
 */
export function reanchor(
  pages: readonly PageText[],
  anchor: PassageAnchor,
): PassageAnchor | undefined {
  let hint = anchor.start.offset;
  for (const { number, text } of pages) {
    if (number < anchor.start.page) hint += text.length + 1;
  }
  const found = locateQuote(pages, anchor.quote, {
    prefix: anchor.prefix,
    suffix: anchor.suffix,
    hint,
  });
  if (!found || found.others > 0) return undefined;
  return makeAnchor(pages, found.start, found.end, anchor.rects);
}

function pointAt(pages: readonly PageText[], offset: number): TextPoint {
  let rest = offset;
  for (const { number, text } of pages) {
    if (rest <= text.length) return { page: number, offset: rest };
    rest -= text.length + 1;
  }
  throw new RangeError('Offset lies behind the last page');
}
