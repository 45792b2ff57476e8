/**
 * Guesses the language of a text from its letters and commonest words. The scripts are guessed apart, because an
 * English report quotes names in Cyrillic and the other way round.
 */
import { classOf, LETTER } from './char-classes.ts';
import { WordBounds } from './words.ts';

export const LANGUAGES = ['en', 'ru', 'be', 'uk', 'other'] as const;
export type Language = (typeof LANGUAGES)[number];
export const LATIN_LANGUAGES = ['en', 'other'] as const;
export type LatinLanguage = (typeof LATIN_LANGUAGES)[number];
export const CYRILLIC_LANGUAGES = ['ru', 'be', 'uk'] as const;
export type CyrillicLanguage = (typeof CYRILLIC_LANGUAGES)[number];

export interface LanguageGuess {
  readonly latin: LatinLanguage;
  readonly cyrillic: CyrillicLanguage;
  /** The language of most of the text. */
  readonly main: Language;
}

export const DEFAULT_GUESS: LanguageGuess = { latin: 'en', cyrillic: 'ru', main: 'en' };

/** A guess as one small number, for storing. */
export function guessCode({ latin, cyrillic, main }: LanguageGuess): number {
  const scripts =
    LATIN_LANGUAGES.indexOf(latin) * CYRILLIC_LANGUAGES.length +
    CYRILLIC_LANGUAGES.indexOf(cyrillic);
  return scripts * LANGUAGES.length + LANGUAGES.indexOf(main);
}

/** The guess `guessCode` made the number of. */
export function guessOfCode(code: number): LanguageGuess {
  const scripts = Math.floor(code / LANGUAGES.length);
  const latin = LATIN_LANGUAGES[Math.floor(scripts / CYRILLIC_LANGUAGES.length)];
  const cyrillic = CYRILLIC_LANGUAGES[scripts % CYRILLIC_LANGUAGES.length];
  const main = LANGUAGES[code % LANGUAGES.length];
  if (!latin || !cyrillic || !main) return DEFAULT_GUESS;
  return { latin, cyrillic, main };
}

/** Enough to tell a language; a longer page is not read to its end. UTF-16 units. */
const SAMPLE = 2_000;
const ENGLISH_FUNCTION_WORDS = new Set(
  'the of and to in a is was for on by with that as from were his he at it be not are or an had'.split(
    ' ',
  ),
);
const LONGEST_FUNCTION_WORD = 4;
/** English prose has 25-45 % of these words, other Latin-script languages below 6 %. */
const ENGLISH_SHARE = 0.1;
/** Fewer words than this (a title, a list of names) say nothing: taken for English. */
const FEWEST_WORDS = 20;

/** What each letter says for and against a language that is written with Cyrillic. */
const CYRILLIC_WEIGHTS = Object.entries({
  и: [1, -2, 1],
  ы: [1, 1, -2],
  э: [1, 1, -2],
  ё: [1, 1, -2],
  ъ: [2, -2, -2],
  щ: [1, -2, 1],
  і: [-3, 1, 1],
  ў: [-3, 4, -3],
  ї: [-3, -3, 4],
  є: [-3, -3, 4],
  ґ: [-3, 0, 2],
} as const);
const CYRILLIC_BLOCK = [0x400, 0x4ff] as const;
/** The weights by letter of the block, one table for each language of CYRILLIC_LANGUAGES. */
const WEIGHT_TABLES = CYRILLIC_LANGUAGES.map((_, language) => {
  const table = new Int8Array(CYRILLIC_BLOCK[1] - CYRILLIC_BLOCK[0] + 1);
  for (const [letter, weights] of CYRILLIC_WEIGHTS) {
    table[letter.charCodeAt(0) - CYRILLIC_BLOCK[0]] = weights[language] ?? 0;
  }
  return table;
});
const [RU, BE, UK] = WEIGHT_TABLES;
/** Everything from Greek on that is not Cyrillic counts as another script when it is a letter. */
const FIRST_OTHER = 0x370;

/** @param fallback what to answer for a script of which the text shows too little. */
export function guessLanguage(
  text: string,
  fallback: LanguageGuess = DEFAULT_GUESS,
): LanguageGuess {
  if (text === '') return fallback;
  const sample = text.slice(0, SAMPLE).toLowerCase();
  const letters = { latin: 0, cyrillic: 0, other: 0 };
  const score = { ru: 0, be: 0, uk: 0 };
  for (let i = 0; i < sample.length; i += 1) {
    const unit = sample.charCodeAt(i);
    if (unit >= 0x61 && unit <= 0x7a) letters.latin += 1;
    else if (unit >= CYRILLIC_BLOCK[0] && unit <= CYRILLIC_BLOCK[1]) {
      letters.cyrillic += 1;
      score.ru += RU?.[unit - CYRILLIC_BLOCK[0]] ?? 0;
      score.be += BE?.[unit - CYRILLIC_BLOCK[0]] ?? 0;
      score.uk += UK?.[unit - CYRILLIC_BLOCK[0]] ?? 0;
    } else if (unit >= FIRST_OTHER && classOf(unit) === LETTER) letters.other += 1;
  }
  const cyrillic = bestCyrillic(score) ?? fallback.cyrillic;
  const latin = letters.latin === 0 ? fallback.latin : latinLanguage(sample);
  const most = Math.max(letters.latin, letters.cyrillic, letters.other);
  if (most === 0) return { latin, cyrillic, main: fallback.main };
  if (most === letters.other) return { latin, cyrillic, main: 'other' };
  return { latin, cyrillic, main: most === letters.cyrillic ? cyrillic : latin };
}

function bestCyrillic(score: Record<CyrillicLanguage, number>): CyrillicLanguage | undefined {
  if (score.ru === 0 && score.be === 0 && score.uk === 0) return undefined;
  if (score.be > score.ru && score.be > score.uk) return 'be';
  return score.uk > score.ru ? 'uk' : 'ru';
}

const bounds = new WordBounds();

function latinLanguage(sample: string): LatinLanguage {
  let words = 0;
  let english = 0;
  bounds.read(sample);
  for (let at = 0; at < bounds.count * 2; at += 2) {
    const start = bounds.places[at] ?? 0;
    const end = bounds.places[at + 1] ?? 0;
    const first = sample.charCodeAt(start);
    if (first < 97 || first > 0x24f) continue;
    words += 1;
    if (end - start > LONGEST_FUNCTION_WORD) continue;
    if (ENGLISH_FUNCTION_WORDS.has(sample.slice(start, end))) english += 1;
  }
  return words < FEWEST_WORDS || english / words >= ENGLISH_SHARE ? 'en' : 'other';
}
