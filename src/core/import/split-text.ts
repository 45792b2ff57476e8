/** Splits a text file into pages of whole paragraphs. */
import { cutsPair } from '../../shared/anchoring/make-anchor.ts';

/** About one printed page; the search scores pages, the reader draws them. UTF-16 units. */
export const PAGE_UNITS = 3_000;
const SHORTEST = PAGE_UNITS / 2;
const LONGEST = PAGE_UNITS * 1.5;

/** Where a page may end, best first: between paragraphs, lines, sentences, words. */
const BORDERS = [/\n[ \t]*\n+/gu, /\n/gu, /[.!?…]["'»”’)\]]*\s+/gu, /\s+/gu];

/**
 * Pages in order, cut one after the other so that a long text can be cut in steps; their texts hold every visible character exactly once. White space at the borders and empty lines at the
 * beginning of a page are left out. A text without any visible character has no page.
 */
export function* splitText(text: string): Generator<string> {
  for (let from = 0; from < text.length;) {
    const to = text.length - from <= LONGEST ? text.length : from + pageLength(text, from);
    const page = text
      .slice(from, to)
      .replace(/^\s*\n/u, '')
      .trimEnd();
    if (page.trim() !== '') yield page;
    from = to;
  }
}

/** Length of the page that begins at `from`, its border included. */
function pageLength(text: string, from: number): number {
  const window = text.slice(from, from + LONGEST);
  for (const border of BORDERS) {
    let best: number | undefined;
    for (const match of window.matchAll(border)) {
      const end = match.index + match[0].length;
      if (end >= SHORTEST && isNearer(end, best)) best = end;
    }
    if (best !== undefined) return best;
  }
  return cutsPair(text, from + PAGE_UNITS) ? PAGE_UNITS + 1 : PAGE_UNITS;
}

function isNearer(end: number, best: number | undefined): boolean {
  return best === undefined || Math.abs(end - PAGE_UNITS) < Math.abs(best - PAGE_UNITS);
}
