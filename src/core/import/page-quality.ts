/**
 * Whether the text of a page is one that search can find words in. Text layers without a map to Unicode, and those that some text
 * recognition leaves with a space after each letter, look fine on the page and hold no words.
 */

/** Fewer say nothing. */
const FEWEST_LETTERS = 60;
/** Share of the letters that stand apart from each other in rows of four or more: below 0.1 where only a heading is spaced. */
const MANY_SPACED = 0.2;
/** Share of characters from private use, controls and U+FFFD. */
const MANY_UNKNOWN = 0.1;
/** Share of letters from Latin-1 that are neither plain nor usual in their language: Cyrillic read as Latin has above 0.8. */
const MANY_ACCENTED = 0.45;
/** Share of signs that no prose has within words, of all characters. */
const MANY_SIGNS = 0.3;
/** Share of vowels among the letters of Latin words: 0.3 to 0.5 in every language, whatever the words. */
const FEWEST_VOWELS = 0.22;

/** Scripts written without spaces have long «words»; they are judged by unknown characters alone. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** @param text canonical text of one page. */
export function isGarbled(text: string): boolean {
  const sample = text.slice(0, 6_000);
  const letters = count(sample, /\p{L}/gu);
  const visible = count(sample, /\S/gu);
  if (visible < FEWEST_LETTERS) return false;
  if (count(sample, /[\p{Co}\p{Cn}\ufffd]/gu) > visible * MANY_UNKNOWN) return true;
  if (UNSPACED.test(sample)) return false;
  if (count(sample, /[^\p{L}\p{M}\p{N}\s.,;:!?'"’“”„«»()–—\-/…•_|]/gu) > visible * MANY_SIGNS)
    return true;
  if (letters < FEWEST_LETTERS) return false;
  return isSpaced(sample, letters) || isMojibake(sample, letters);
}

function isSpaced(sample: string, letters: number): boolean {
  const rows = sample.match(/(?<!\p{L})(?:\p{L} ){3,}\p{L}(?!\p{L})/gu) ?? [];
  return rows.join('').replaceAll(' ', '').length > letters * MANY_SPACED;
}

function isMojibake(sample: string, letters: number): boolean {
  const latin = count(sample, /\p{Script=Latin}/gu);
  if (latin < letters * 0.7) return false;
  if (count(sample, /[\u00a0-\u00ff\u0152-\u0178]/gu) > latin * MANY_ACCENTED) return true;
  return count(sample, /[aeiouyàâäáãåæèéêëìíîïòóôöõøùúûüýąęœåıăů]/giu) < latin * FEWEST_VOWELS;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
