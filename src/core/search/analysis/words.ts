/**
 * Cuts text into words. Lunr's own tokenizer knows only spaces and hyphens and its trimmer deletes every letter that
 * is not ASCII; here a word is letters and digits of any script, with apostrophes inside it.
 */

/** One word as it stands in the text; offsets are UTF-16 units, end exclusive. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Modifier letters such as ʼ are letters to Unicode; here they only join. Superscripts (footnotes) are no digits. */
const LETTER = String.raw`[[\p{L}\p{Nd}\p{Nl}]--[\u02B0-\u02FF]]`;
/** Combining marks, soft hyphens and zero-width characters may stand inside a word. */
const INSIDE = String.raw`[[\p{L}\p{Nd}\p{Nl}\p{M}\u00AD\u200B-\u200D\u2060]--[\u02B0-\u02FF]]`;
/** ' ’ ‘ ʼ ʹ ` ´: all in use for the apostrophe of Belarusian and Ukrainian. */
export const APOSTROPHES = String.raw`\u0027\u2019\u2018\u02BC\u02B9\u0060\u00B4`;
const WORD = new RegExp(`${LETTER}${INSIDE}*(?:[${APOSTROPHES}]${LETTER}${INSIDE}*)*`, 'gv');

/** Calls `visit` for every word in reading order. */
export function eachWord(
  text: string,
  visit: (word: string, start: number, ordinal: number) => void,
): void {
  WORD.lastIndex = 0;
  for (let ordinal = 0; ; ordinal += 1) {
    const match = WORD.exec(text);
    if (match === null) return;
    visit(match[0], match.index, ordinal);
  }
}

export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  eachWord(text, (word, start) => words.push({ text: word, start, end: start + word.length }));
  return words;
}
