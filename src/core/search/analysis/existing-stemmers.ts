/** Stemmers that others made: Porter's for English and Snowball's for Russian, as Lunr has them, and Orama's for Ukrainian. */
import { stemmer as oramaUkrainian } from '@orama/stemmers/ukrainian';
import lunr from 'lunr';
import russian from 'lunr-languages/lunr.ru.js';
import stemmerSupport from 'lunr-languages/lunr.stemmer.support.js';

interface LunrWithRussian {
  readonly ru: { stemmer(token: lunr.Token): lunr.Token };
}

stemmerSupport(lunr);
russian(lunr);

export function stemEnglish(word: string): string {
  return lunr.stemmer(new lunr.Token(word, {})).toString();
}

export function stemRussian(word: string): string {
  return (lunr as unknown as LunrWithRussian).ru.stemmer(new lunr.Token(word, {})).toString();
}

/** Instrumental cases that the stemmer takes for adjectives: в'язницею, поліцією, сім'єю. */
const INSTRUMENTAL = /(?<=[бвгґджзклмнпрстфхцчшщ'])ею$|єю$/v;
/** What it leaves of nouns in -ія, differently by case: поліц(ія), поліці(ї). */
const END_OF_IYA = /(?<=.{3})і$/v;

/** Past tenses that it does not bring together: арештував, арештувала. */
const PAST = /(?<=[ую]ва)(?:в|ла|ло)$/v;

/** Незалежність has і only here. */
const IST = /(?<=.{2})іст[ью]$/v;

/** @param word in lower case. */
export function stemUkrainian(word: string): string {
  const regular = word.replace(INSTRUMENTAL, 'я').replace(PAST, 'ли').replace(IST, 'ості');
  return oramaUkrainian(regular).replace(END_OF_IYA, '');
}
