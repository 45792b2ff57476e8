/** Keys under which the spellings of one name meet; two words are taken for spellings of one name when they share one. */
import { givenNameGroups } from './given-names.ts';
import { countConsonants, soundsOf, soundsWithGlides } from './sounds.ts';

/** Shorter names (Aleh, Ina) would meet words by chance; those in the table of given names have a key of their own. */
const FEWEST_CONSONANTS = 3;

/** What ends a name (case, -ski and -skaya) is left out. */
export function nameKeys(word: string): string[] {
  const keys = new Set<string>();
  for (const sounds of soundsOf(word)) {
    const key = sounds.replace(/[AIU]+$/v, '');
    if (countConsonants(key) >= FEWEST_CONSONANTS) keys.add(key);
  }
  for (const sounds of soundsWithGlides(word)) {
    const key = sounds.replace(/A$/v, '');
    // A glide is as good as the consonant that is missing.
    if (countConsonants(key) === FEWEST_CONSONANTS - 1 && key.includes('J')) keys.add(`~${key}`);
  }
  for (const group of givenNameGroups(word)) keys.add(`=${group}`);
  return [...keys];
}
