/** Cuts the stretch of a page that shows most of what was searched. */
import type { SearchMark, SearchSnippet } from '../../../shared/domain/search.ts';
import type { PageMark } from './page-marks.ts';

/** UTF-16 units; a snippet may be shorter, and longer only when one mark is. */
const SNIPPET_LENGTH = 200;
/** The part of a snippet before its first mark: a narrow list shows three lines, and the mark has to be in them. */
const LEAD = 1 / 3;
/** How far from the wished place a cut may move to a word border before it is made between two characters. */
const BORDER_REACH = 40;

/** Made when it is first needed: that takes longer than a search. */
let graphemes: Intl.Segmenter | undefined;

/** @param marks all marks of the page in reading order; without any, the snippet is the beginning of the page. */
export function cutSnippet(text: string, marks: readonly PageMark[]): SearchSnippet {
  const window = bestWindow(marks);
  const first = marks[window.from];
  const last = marks[window.to];
  if (first === undefined || last === undefined) return snippetOf(text, 0, SNIPPET_LENGTH, []);
  const spare = Math.max(0, SNIPPET_LENGTH - (last.end - first.start));
  const before = Math.min(first.start, Math.ceil(spare * LEAD));
  const start = first.start - before;
  const end = Math.max(last.end, start + SNIPPET_LENGTH);
  return snippetOf(text, start, end, marks);
}

/** The run of marks within one snippet that has most different terms, then most marks, then stands first. */
function bestWindow(marks: readonly PageMark[]): { from: number; to: number } {
  let best = { from: 0, to: marks.length === 0 ? -1 : 0, terms: 0 };
  for (const [from, first] of marks.entries()) {
    const run = marks
      .slice(from, from + SNIPPET_LENGTH)
      .filter(({ end }) => end - first.start <= SNIPPET_LENGTH);
    const terms = new Set(run.map(({ term }) => term)).size;
    const to = from + Math.max(run.length, 1) - 1;
    const better = terms > best.terms || (terms === best.terms && to - from > best.to - best.from);
    if (better) best = { from, to, terms };
  }
  return best;
}

function snippetOf(
  text: string,
  wishedStart: number,
  wishedEnd: number,
  marks: readonly SearchMark[],
): SearchSnippet {
  const inside = marks.filter((mark) => mark.start >= wishedStart && mark.end <= wishedEnd);
  const start = startBorder(text, wishedStart, inside[0]?.start ?? wishedEnd);
  const end = endBorder(text, wishedEnd, inside.at(-1)?.end ?? start);
  return {
    text: text.slice(start, end),
    start,
    marks: inside.map((mark) => ({ start: mark.start - start, end: mark.end - start })),
  };
}

/** The first word that begins at or after `wished`, but never after `latest`. */
function startBorder(text: string, wished: number, latest: number): number {
  if (wished <= 0) return 0;
  const limit = Math.min(latest, wished + BORDER_REACH);
  for (let at = wished; at < limit; at += 1) {
    if (isSpace(text[at - 1]) && !isSpace(text[at])) return at;
  }
  if (limit === latest) return latest;
  return Math.min(latest, characterBorder(text, wished, 'after'));
}

/** The last word that ends at or before `wished`, but never before `earliest`. */
function endBorder(text: string, wished: number, earliest: number): number {
  if (wished >= text.length) return text.trimEnd().length;
  const limit = Math.max(earliest, wished - BORDER_REACH);
  for (let at = wished; at > limit; at -= 1) {
    if (isSpace(text[at]) && !isSpace(text[at - 1])) return at;
  }
  if (limit === earliest) return earliest;
  return Math.max(earliest, characterBorder(text, wished, 'before'));
}

/** The nearest place that divides neither a surrogate pair nor a letter from its accents. */
function characterBorder(text: string, wished: number, side: 'before' | 'after'): number {
  const from = Math.max(0, wished - BORDER_REACH);
  let border = from;
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  for (const { index } of graphemes.segment(text.slice(from, wished + BORDER_REACH))) {
    if (from + index > wished) return side === 'after' ? from + index : border;
    border = from + index;
    if (border === wished) return border;
  }
  return border;
}

function isSpace(character: string | undefined): boolean {
  return character === undefined || /\s/v.test(character);
}
