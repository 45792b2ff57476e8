/**
 * Guesses the language of a text from its letters and commonest words. The scripts are guessed apart, because an
 * English report quotes names in Cyrillic and the other way round.
 */
import { eachWord } from './words.ts';

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

/** Enough to tell a language; a longer page is not read to its end. */
const SAMPLE = 6_000;
const ENGLISH_FUNCTION_WORDS = new Set(
  'the of and to in a is was for on by with that as from were his he at it be not are or an had'.split(
    ' ',
  ),
);
/** English prose has 25-45 % of these words, other Latin-script languages below 6 %. */
const ENGLISH_SHARE = 0.1;
/** Fewer words than this (a title, a list of names) say nothing: taken for English. */
const FEWEST_WORDS = 20;

/** What each letter says for and against a language that is written with Cyrillic. */
const CYRILLIC_WEIGHTS: Record<string, readonly [ru: number, be: number, uk: number]> = {
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
};

/** @param fallback what to answer for a script of which the text shows too little. */
export function guessLanguage(
  text: string,
  fallback: LanguageGuess = DEFAULT_GUESS,
): LanguageGuess {
  const sample = text.slice(0, SAMPLE).toLowerCase();
  let latinLetters = 0;
  let cyrillicLetters = 0;
  let otherLetters = 0;
  const score = { ru: 0, be: 0, uk: 0 };
  for (const letter of sample) {
    if (letter >= 'a' && letter <= 'z') latinLetters += 1;
    else if (letter >= 'Ѐ' && letter <= 'ӿ') {
      cyrillicLetters += 1;
      const weights = CYRILLIC_WEIGHTS[letter];
      if (weights === undefined) continue;
      score.ru += weights[0];
      score.be += weights[1];
      score.uk += weights[2];
    } else if (letter >= 'Ͱ' && /\p{L}/v.test(letter)) otherLetters += 1;
  }
  const cyrillic = bestCyrillic(score) ?? fallback.cyrillic;
  const latin = latinLanguage(sample);
  return { latin, cyrillic, main: mainLanguage() };

  function mainLanguage(): Language {
    const most = Math.max(latinLetters, cyrillicLetters, otherLetters);
    if (most === 0) return fallback.main;
    if (most === otherLetters) return 'other';
    return most === cyrillicLetters ? cyrillic : latin;
  }
}

function bestCyrillic(score: Record<CyrillicLanguage, number>): CyrillicLanguage | undefined {
  if (score.ru === 0 && score.be === 0 && score.uk === 0) return undefined;
  if (score.be > score.ru && score.be > score.uk) return 'be';
  return score.uk > score.ru ? 'uk' : 'ru';
}

function latinLanguage(sample: string): LatinLanguage {
  let words = 0;
  let english = 0;
  eachWord(sample, (word) => {
    const first = word.charCodeAt(0);
    if (first < 97 || first > 0x24f) return;
    words += 1;
    if (ENGLISH_FUNCTION_WORDS.has(word)) english += 1;
  });
  return words < FEWEST_WORDS || english / words >= ENGLISH_SHARE ? 'en' : 'other';
}
