/** From a word of a text or of a query to the terms of the index. */
import { foldWord } from './fold.ts';
import {
  CYRILLIC_LANGUAGES,
  LATIN_LANGUAGES,
  type CyrillicLanguage,
  type LanguageGuess,
  type LatinLanguage,
} from './language.ts';
import { stemBelarusian } from './belarusian-stemmer.ts';
import { stemEnglish, stemRussian, stemUkrainian } from './existing-stemmers.ts';
import { isStopWord } from './stop-words.ts';

/** Raised whenever a word may give another term or another key of a name than before; documents of an older version are indexed again. */
export const ANALYSIS_VERSION = 3;

/** Longest word that is indexed whole, in UTF-16 units; longer ones are cut (a page may hold a megabyte without a space). */
export const LONGEST_WORD = 64;
const LATIN = /^[a-z']+$/v;
const CYRILLIC = /^[а-яіўїєґ']+$/v;

type Stemmer = (word: string) => string;

const LATIN_STEMMERS: Record<LatinLanguage, Stemmer> = {
  en: stemEnglish,
  other: (word) => word,
};
const CYRILLIC_STEMMERS: Record<CyrillicLanguage, Stemmer> = {
  ru: stemRussian,
  be: stemBelarusian,
  uk: stemUkrainian,
};

/** Every way a word can be stemmed; a page has one, by its place in this list. */
const STEMMINGS = LATIN_LANGUAGES.flatMap((latin) =>
  CYRILLIC_LANGUAGES.map((cyrillic) => ({
    latin: LATIN_STEMMERS[latin],
    cyrillic: CYRILLIC_STEMMERS[cyrillic],
  })),
);
export const STEMMING_COUNT = STEMMINGS.length;

const LATIN_STEMMINGS = LATIN_LANGUAGES.map((latin) => stemmingOf({ latin, cyrillic: 'ru' }));
const CYRILLIC_STEMMINGS = CYRILLIC_LANGUAGES.map((cyrillic) =>
  stemmingOf({ latin: 'en', cyrillic }),
);
const OTHER_STEMMINGS = [0];

/** The stemming for a text of a guessed language. */
export function stemmingOf({ latin, cyrillic }: Pick<LanguageGuess, 'latin' | 'cyrillic'>): number {
  return (
    LATIN_LANGUAGES.indexOf(latin) * CYRILLIC_LANGUAGES.length +
    CYRILLIC_LANGUAGES.indexOf(cyrillic)
  );
}

/** The term of a folded word, or '' when it is not indexed. */
export function termOf(folded: string, stemming: number): string {
  const word = folded.slice(0, LONGEST_WORD);
  const stemmers = STEMMINGS[stemming];
  if (!stemmers || isStopWord(word)) return '';
  if (LATIN.test(word)) return stemmers.latin(word) || word;
  return CYRILLIC.test(word) ? stemmers.cyrillic(word) || word : word;
}

/** The stemmings that can differ for a word: those of its script. */
function stemmingsOf(folded: string): readonly number[] {
  if (LATIN.test(folded)) return LATIN_STEMMINGS;
  return CYRILLIC.test(folded) ? CYRILLIC_STEMMINGS : OTHER_STEMMINGS;
}

/** Every term a word of a query can stand for, the language of the pages being unknown; empty for a stop word. */
export function queryTerms(word: string): string[] {
  const folded = foldWord(word);
  const terms = new Set(stemmingsOf(folded).map((stemming) => termOf(folded, stemming)));
  terms.delete('');
  return [...terms];
}
