/** From a word of a text or of a query to the terms of the index. */
import { foldWord } from './fold.ts';
import {
  CYRILLIC_LANGUAGES,
  LATIN_LANGUAGES,
  type CyrillicLanguage,
  type LanguageGuess,
  type LatinLanguage,
} from './language.ts';
import { stemBelarusian, stemUkrainian } from './light-stemmers.ts';
import { stemEnglish, stemRussian } from './lunr-stemmers.ts';
import { isStopWord } from './stop-words.ts';

/** Raised whenever a word may give another term than before; documents of an older version are indexed again. */
export const ANALYSIS_VERSION = 1;

/** Answers the term of a word, or '' when the word is not indexed. */
export type WordAnalyser = (word: string) => string;

/** Longest word that is indexed whole, in UTF-16 units; longer ones are cut (a page may hold a megabyte without a space). */
const LONGEST_WORD = 64;
const MEMO_ENTRIES = 100_000;
const LATIN = /^[a-z']+$/v;
const CYRILLIC = /^[а-яіўїєґ']+$/v;

const LATIN_STEMMERS: Record<LatinLanguage, WordAnalyser> = {
  en: stemEnglish,
  other: (word) => word,
};
const CYRILLIC_STEMMERS: Record<CyrillicLanguage, WordAnalyser> = {
  ru: stemRussian,
  be: stemBelarusian,
  uk: stemUkrainian,
};

/** The analysis of one open library. It remembers words, so it must not outlive the library's being open. */
export interface Analysis {
  /** The analyser for a text of a guessed language. */
  analyserFor(guess: Pick<LanguageGuess, 'latin' | 'cyrillic'>): WordAnalyser;
  /** Every term a word of a query can stand for, the language of the pages being unknown; empty for a stop word. */
  queryTerms(word: string): string[];
}

export function createAnalysis(): Analysis {
  const analysers = Object.fromEntries(
    LATIN_LANGUAGES.map((latin) => [
      latin,
      Object.fromEntries(
        CYRILLIC_LANGUAGES.map((cyrillic) => [cyrillic, memoised(analyser(latin, cyrillic))]),
      ),
    ]),
  ) as Record<LatinLanguage, Record<CyrillicLanguage, WordAnalyser>>;
  return {
    analyserFor: ({ latin, cyrillic }) => analysers[latin][cyrillic],
    queryTerms(word) {
      const terms = new Set<string>();
      for (const latin of LATIN_LANGUAGES)
        for (const cyrillic of CYRILLIC_LANGUAGES) terms.add(analysers[latin][cyrillic](word));
      terms.delete('');
      return [...terms];
    },
  };
}

function analyser(latin: LatinLanguage, cyrillic: CyrillicLanguage): WordAnalyser {
  const stemLatin = LATIN_STEMMERS[latin];
  const stemCyrillic = CYRILLIC_STEMMERS[cyrillic];
  return (word) => {
    const folded = foldWord(word).slice(0, LONGEST_WORD);
    if (isStopWord(folded)) return '';
    if (LATIN.test(folded)) return stemLatin(folded) || folded;
    return CYRILLIC.test(folded) ? stemCyrillic(folded) || folded : folded;
  };
}

function memoised(analyse: WordAnalyser): WordAnalyser {
  const memo = new Map<string, string>();
  return (word) => {
    let term = memo.get(word);
    if (term === undefined) {
      term = analyse(word);
      if (memo.size >= MEMO_ENTRIES) memo.clear();
      memo.set(word, term);
    }
    return term;
  };
}
