// Where a Cyrillic word may be broken. After the classic school rule: each part keeps a vowel and at
// least two letters, a consonant stays with the vowel after it, and й, ў, ь, ъ and the apostrophe
// never begin a part. Good enough for a newspaper column; English words carry soft hyphens by hand.
const VOWEL = 'аеёиіоуыэюя';
const CONSONANT = 'бвгджзклмнпрстфхцчшщ';
const SIGN = "ьъйў'’";

const RULES: readonly RegExp[] = [
  new RegExp(`([${SIGN}])(?=[${VOWEL}${CONSONANT}]{2})`, 'giu'),
  new RegExp(`([${VOWEL}])(?=[${VOWEL}][${VOWEL}${CONSONANT}${SIGN}])`, 'giu'),
  new RegExp(`([${VOWEL}][${CONSONANT}])(?=[${CONSONANT}][${VOWEL}])`, 'giu'),
  new RegExp(`([${VOWEL}])(?=[${CONSONANT}][${VOWEL}])`, 'giu'),
  new RegExp(`([${VOWEL}][${CONSONANT}])(?=[${CONSONANT}]{2}[${VOWEL}])`, 'giu'),
];
const HAS_VOWEL = new RegExp(`[${VOWEL}]`, 'iu');
const BAD_START = new RegExp(`^[${SIGN}]`, 'iu');
// дз and дж are one sound in Belarusian and are not parted.
const SPLIT_SOUND = /д\u00ad[зж]/giu;

/** The parts a word may be broken into; a single part when it may not be broken. */
export function hyphenate(word: string): string[] {
  if (word.includes('\u00ad')) return word.split('\u00ad');
  if (!/^[\p{Script=Cyrillic}'’«»„“(),.:;!?]+$/u.test(word) || word.length < 6) return [word];
  let marked = word;
  for (const rule of RULES) marked = marked.replace(rule, '$1\u00ad');
  marked = marked.replace(SPLIT_SOUND, (pair) => pair.replace('\u00ad', ''));
  const parts: string[] = [];
  for (const part of marked.split('\u00ad')) {
    const before = parts.at(-1);
    const tooShort = before !== undefined && (letters(before) < 2 || !HAS_VOWEL.test(before));
    const cannotStand = letters(part) < 2 || !HAS_VOWEL.test(part) || BAD_START.test(part);
    if (before !== undefined && (tooShort || cannotStand)) parts[parts.length - 1] = before + part;
    else parts.push(part);
  }
  return parts;
}

function letters(text: string): number {
  return text.replace(/\P{L}/gu, '').length;
}
