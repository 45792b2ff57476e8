/** Makes the selectors of a passage from two points of a document's canonical text. */
import type { PassageAnchor, PdfRect, TextPoint } from '../domain/passage.ts';
import { fail } from '../failure.ts';

/** UTF-16 units kept on either side of a quote (design section 6). */
export const CONTEXT_UNITS = 32;

/** What anchoring needs of a Page. */
export interface PageText {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
}

/**
 * @param pages the pages from `start.page` to `end.page`, at least; in any order.
 * @param start moved back by one unit where it would cut a surrogate pair.
 * @param end exclusive; moved forward by one unit where it would cut one.
 * @throws FailureError `not-found` (page) when a page is missing or a point lies outside it, `invalid-request` when
 *   nothing lies between the points.
 */
export function makeAnchor(
  pages: readonly PageText[],
  start: TextPoint,
  end: TextPoint,
  rects: readonly PdfRect[],
): PassageAnchor {
  if (start.page > end.page) throw fail({ kind: 'invalid-request' });
  const texts: string[] = [];
  for (let number = start.page; number <= end.page; number += 1) {
    const page = pages.find((candidate) => candidate.number === number);
    if (!page) throw fail({ kind: 'not-found', noun: 'page' });
    texts.push(page.text);
  }
  const first = texts[0] ?? '';
  const last = texts.at(-1) ?? '';
  if (start.offset > first.length || end.offset > last.length) {
    throw fail({ kind: 'not-found', noun: 'page' });
  }
  const from = cutsPair(first, start.offset) ? start.offset - 1 : start.offset;
  const to = cutsPair(last, end.offset) ? end.offset + 1 : end.offset;
  const quote =
    texts.length === 1
      ? first.slice(from, to)
      : [first.slice(from), ...texts.slice(1, -1), last.slice(0, to)].join('\n');
  if (quote === '') throw fail({ kind: 'invalid-request' });
  return {
    start: { page: start.page, offset: from },
    end: { page: end.page, offset: to },
    quote,
    prefix: contextBefore(first, from),
    suffix: contextAfter(last, to),
    rects,
  };
}

/** Up to 32 units before `offset`, one fewer rather than half a surrogate pair. */
export function contextBefore(text: string, offset: number): string {
  const from = Math.max(0, offset - CONTEXT_UNITS);
  return text.slice(cutsPair(text, from) ? from + 1 : from, offset);
}

/** Up to 32 units from `offset` on, one fewer rather than half a surrogate pair. */
export function contextAfter(text: string, offset: number): string {
  const to = Math.min(text.length, offset + CONTEXT_UNITS);
  return text.slice(offset, cutsPair(text, to) ? to - 1 : to);
}

/** Whether an offset lies between the two halves of a surrogate pair. */
export function cutsPair(text: string, offset: number): boolean {
  return (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}
