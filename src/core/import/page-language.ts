/** The language of a page, told by its commonest groups of three letters (franc), and of a document, by its pages. */
import { franc } from 'franc';
import { guessLanguage } from '../search/analysis/language.ts';

/**
 * Only what reports here are likely to be in: with all of franc's languages a short English page becomes Scots. ISO 639-3
 * as franc says it, ISO 639-1 as it is stored.
 */
const LANGUAGES = new Map(
  Object.entries({
    eng: 'en',
    rus: 'ru',
    bel: 'be',
    ukr: 'uk',
    deu: 'de',
    fra: 'fr',
    spa: 'es',
    pol: 'pl',
    ita: 'it',
    por: 'pt',
    nld: 'nl',
    ces: 'cs',
    lit: 'lt',
    lav: 'lv',
    ekk: 'et',
    ron: 'ro',
    hun: 'hu',
    bul: 'bg',
    srp: 'sr',
    tur: 'tr',
    kat: 'ka',
    hye: 'hy',
    kaz: 'kk',
    heb: 'he',
    arb: 'ar',
    pes: 'fa',
    cmn: 'zh',
    kor: 'ko',
    jpn: 'ja',
  }),
);
const ONLY = [...LANGUAGES.keys()];

/** A thousand letters decide as well as three thousand, in a third of the time. UTF-16 units. */
const SAMPLE = 1_000;
/** Fewer letters say too little; a page of Han needs less. */
const FEWEST_LETTERS = 40;
const FEWEST_HAN = 10;
/**
 * East Slavic languages are told apart by their letters: surer than groups of three on short pages and on headings in
 * capitals, which look Bulgarian or Serbian.
 */
const CYRILLIC_SLAVIC = new Set(['ru', 'be', 'uk', 'bg', 'sr']);
const ONLY_SERBIAN = /[јљњћђџ]/iu;
/** Bulgarian writes ъ as a vowel, in one word of four; Russian hardly ever, Belarusian and Ukrainian never. */
const BULGARIAN_SHARE = 0.008;
const NOT_BULGARIAN = /[ыэёі]/iu;

/** ISO 639-1 code; null where there is too little to tell. Main language only: a page in two languages has one. */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (letters < FEWEST_LETTERS && han < FEWEST_HAN) return null;
  const found = LANGUAGES.get(franc(sample, { only: ONLY, minLength: FEWEST_HAN })) ?? null;
  return found !== null && CYRILLIC_SLAVIC.has(found) ? slavicLanguage(sample, letters) : found;
}

function slavicLanguage(sample: string, letters: number): string {
  if (ONLY_SERBIAN.test(sample)) return 'sr';
  const hard = sample.match(/ъ/giu)?.length ?? 0;
  if (hard > letters * BULGARIAN_SHARE && !NOT_BULGARIAN.test(sample)) return 'bg';
  return guessLanguage(sample).cyrillic;
}

/** The language of most of the text; empty when no page has one. */
export function mainLanguage(
  pages: readonly { readonly text: string; readonly language: string | null }[],
): string {
  const lengths = new Map<string, number>();
  for (const { text, language } of pages) {
    if (language !== null) lengths.set(language, (lengths.get(language) ?? 0) + text.length);
  }
  const [first] = [...lengths].sort((a, b) => b[1] - a[1]);
  return first?.[0] ?? '';
}
