/** Keys under which the spellings of one name meet; two words are taken for spellings of one name when they share one. */
import { givenNameGroups } from './given-names.ts';
import { countConsonants, hear, soundsOf, soundsWithGlides } from './sounds.ts';

/** Shorter names (Aleh, Ina) would meet words by chance; those in the table of given names have a key of their own. */
const FEWEST_CONSONANTS = 3;

/** What ends a name (case, -ski and -skaya) is left out. */
export function nameKeys(word: string): string[] {
  const keys = new Set<string>();
  const heard = hear(word);
  for (const reading of heard.readings) {
    const key = soundsOf(reading).replace(/[AIU]+$/v, '');
    const consonants = countConsonants(key);
    if (consonants >= FEWEST_CONSONANTS) keys.add(key);
    else if (consonants === FEWEST_CONSONANTS - 1) {
      // A glide is as good as the consonant that is missing.
      const withGlides = soundsWithGlides(reading).replace(/A$/v, '');
      if (withGlides.includes('J')) keys.add(`~${withGlides}`);
    }
  }
  for (const group of givenNameGroups(heard)) keys.add(`=${group}`);
  return [...keys];
}
