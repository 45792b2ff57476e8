/** Puts together words that were divided at a line end, and resolves soft hyphens. */
import { appendRun, type Run } from './clean-item.ts';
import { textOf, type TextLine } from './page-lines.ts';

const HYPHEN_AT_END = /(?<left>\p{L}[\p{L}\p{M}'’]*)(?<hyphen>[-\u2010\u00ad¬])$/u;
const WORD_AT_START = /^(?![\u1160-\u11ff])\p{L}[\p{L}\p{M}]*/u;
const LOWER_CASE = /^\p{Ll}/u;
const CAPITALS = /^\p{Lu}{2}/u;
const ENDS_IN_CAPITALS = /\p{Lu}{2}$/u;
/** Parts that keep their hyphen in English, Russian, Belarusian and Ukrainian: «какой-то», «non-state». */
const HYPHENATED_RIGHT = new Set('то либо нибудь таки ка небудзь небудь бо'.split(' '));
const HYPHENATED_LEFT = new Set('non self кое кой'.split(' '));

/** What stands between a line and the next. */
export type LineJoin = 'line-break' | 'joined';

/**
 * Decides what happens between a line and its successor, and removes the hyphen that only the line end made.
 * @param pageText the page's lines, lower case, joined by LF: a compound that is written with its hyphen in the middle of a
 *   line elsewhere on the page keeps it.
 */
export function joinLines(line: TextLine, next: TextLine, pageText: string): LineJoin {
  const end = HYPHEN_AT_END.exec(textOf(line));
  const right = WORD_AT_START.exec(textOf(next))?.[0];
  const left = end?.groups?.['left'];
  const hyphen = end?.groups?.['hyphen'];
  if (right === undefined || left === undefined || hyphen === undefined) return 'line-break';
  const isDivided = LOWER_CASE.test(right) || (CAPITALS.test(right) && ENDS_IN_CAPITALS.test(left));
  if (hyphen === '¬' && !isDivided) return 'line-break';
  if (hyphen === '\u00ad' || hyphen === '¬' || (isDivided && !keepsHyphen(left, right, pageText))) {
    dropLastUnit(line.runs);
  }
  return 'joined';
}

function keepsHyphen(left: string, right: string, pageText: string): boolean {
  const [first, second] = [left.toLowerCase(), right.toLowerCase()];
  return (
    HYPHENATED_RIGHT.has(second) ||
    HYPHENATED_LEFT.has(first) ||
    pageText.includes(`${first}-${second}`)
  );
}

function dropLastUnit(runs: Run[]): void {
  const last = runs.pop();
  const [source] = last?.sources ?? [];
  if (!last || !source || last.text.length === 1) return;
  const shorter = { ...source, to: source.to - 1 };
  runs.push({ ...last, text: last.text.slice(0, -1), sources: [shorter] });
}

/**
 * A soft hyphen inside a line was drawn, if it was drawn at all, by a font that knows no other hyphen: beside a digit
 * (2010-2020) it becomes a hyphen, anywhere else it is dropped.
 */
export function resolveSoftHyphens(runs: readonly Run[]): Run[] {
  const resolved: Run[] = [];
  for (const [index, run] of runs.entries()) {
    if (run.kind !== 'soft-hyphen') appendRun(resolved, run);
    else if (isBesideDigit(runs[index - 1], runs[index + 1])) {
      resolved.push({ ...run, text: '-', kind: 'text' });
    }
  }
  return resolved;
}

function isBesideDigit(before: Run | undefined, after: Run | undefined): boolean {
  return /\p{N}$/u.test(before?.text ?? '') && /^\p{N}/u.test(after?.text ?? '');
}
