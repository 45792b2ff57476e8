/** Makes spellings of one word equal: case, ё and е, accents, ligatures, apostrophes, invisible characters. */
import { APOSTROPHES } from './char-classes.ts';

const PLAIN = /^[a-z0-9а-дж-я]+$/v;
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060]/gv;
const APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, 'gv');
/** Marks that make another letter (й, ў, ї) stay; every other accent of Latin, Greek and Cyrillic goes. */
const ACCENT = /([иу]\u0306|і\u0308)|[\u0300-\u036F]/gv;
const UNDIVIDED = /[łđøßæœ]/gv;
const UNDIVIDED_AS: Record<string, string> = { ł: 'l', đ: 'd', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe' };
const POSSESSIVE = /(?<=[a-z])'s$/v;

/** The folded form of one word (or of a pattern: `*` passes through). Folding twice changes nothing. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .replace(INVISIBLE, '')
    .replace(APOSTROPHE, "'")
    .normalize('NFKD')
    .replace(ACCENT, '$1')
    .normalize('NFC')
    .replace(UNDIVIDED, (letter) => UNDIVIDED_AS[letter] ?? letter)
    .replace(POSSESSIVE, '');
}
