/** Finding words in a text as they stand there: «find in document», not the search of the library. Pure. */
import type { SearchMark } from '../domain/search.ts';

export interface FindOptions {
  readonly matchCase: boolean;
  readonly wholeWords: boolean;
}

/** UTF-16 units; a pattern is as large as what is looked for. */
export const MOST_FIND_UNITS = 1_000;

const SPACE = /\s+/u;
const QUOTES = '[«»„“”"]';
const APOSTROPHES = "[’‘ʼ`']";
const DASHES = '[\\u2010-\\u2015\\u2212-]';
/** A hyphen that the end of a line left inside a word. */
const BROKEN = '(?:[-\\u2010]\\n|\\u00ad)?';
const INSIDE_WORD = '[\\p{L}\\p{N}\\p{M}_]';

/**
 * The pattern of what a person typed; null when that is nothing but white space. A line end is as good as a space, and
 * quotation marks, apostrophes and dashes are of one kind each, because nobody knows which ones a report has. Without
 * `matchCase` «ё» is «е», too.
 */
export function findPattern(typed: string, options: FindOptions): RegExp | null {
  const words = typed.normalize('NFC').slice(0, MOST_FIND_UNITS).trim().split(SPACE);
  if (words.join('') === '') return null;
  const pattern = words.map((word) => wordPattern(word, options.matchCase)).join('\\s+');
  return new RegExp(
    options.wholeWords ? `(?<!${INSIDE_WORD})${pattern}(?!${INSIDE_WORD})` : pattern,
    options.matchCase ? 'gu' : 'giu',
  );
}

function wordPattern(word: string, matchCase: boolean): string {
  let pattern = '';
  let afterLetter = false;
  for (const character of word) {
    const isLetter = /[\p{L}\p{M}]/u.test(character);
    if (isLetter && afterLetter) pattern += BROKEN;
    pattern += isLetter ? letterPattern(character, matchCase) : signPattern(character);
    afterLetter = isLetter;
  }
  return pattern;
}

function letterPattern(letter: string, matchCase: boolean): string {
  return !matchCase && /[её]/iu.test(letter) ? '[её]' : letter;
}

function signPattern(sign: string): string {
  if (/[«»„“”"]/u.test(sign)) return QUOTES;
  if (/[’‘ʼ`']/u.test(sign)) return APOSTROPHES;
  if (/[\u2010-\u2015\u2212-]/u.test(sign)) return `${DASHES}\\n?`;
  return sign.replace(/[\^$\\.*+?()[\]{}|/]/u, '\\$&');
}

/** @param most so many at the most; a hostile page has any number. */
export function findInText(pattern: RegExp, text: string, most: number): SearchMark[] {
  const found: SearchMark[] = [];
  for (const { index, 0: words } of text.matchAll(pattern)) {
    if (found.length >= most) break;
    found.push({ start: index, end: index + words.length });
  }
  return found;
}
