/**
 * What is left of a name when its spelling is taken away. Consonants are merged that Belarusian, Russian and Ukrainian, Łacinka
 * and the usual transliterations write for one another (г х h g, т ц ts c, д дз, в ў w, з с z s, ж ш), and of every run of
 * vowels only its class is kept, because unstressed vowels are written differently everywhere.
 */
import { foldWord } from '../analysis/fold.ts';
import { CYRILLIC, cyrillicReadings } from './cyrillic-reading.ts';
import { latinReadings } from './latin-reading.ts';

/** Capitals are sounds of their own: A I U vowel classes, J a glide before a vowel, S ш and ж, C ч. */
const NO_CONSONANTS = /[AIUJ]/gv;

/** Every way a word can sound, with all its vowels; the likeliest first. */
export function soundsOf(word: string): string[] {
  return readings(word).map((reading) => classes(reading.replaceAll(/i+(?=[aeou])/gv, '')));
}

/** The same with the glides at the start and between vowels: Jarosz, Zayats. */
export function soundsWithGlides(word: string): string[] {
  return readings(word).map((reading) =>
    classes(reading.replaceAll(/(?<=^|[aeou])i(?=[aeou])/gv, 'J').replaceAll(/i+(?=[aeou])/gv, '')),
  );
}

export function countConsonants(sounds: string): number {
  return sounds.replaceAll(NO_CONSONANTS, '').length;
}

function readings(word: string): string[] {
  const text = word.normalize('NFC').toLowerCase();
  return CYRILLIC.test(text) ? cyrillicReadings(foldWord(word)) : latinReadings(text);
}

/** Doubled letters count once, шч is щ, and в at the start is у before a consonant: Uladzislau, Vladislav. */
function classes(reading: string): string {
  return reading
    .replaceAll(/(.)\1+/gv, '$1')
    .replaceAll('SC', 'S')
    .replace(/^v(?=[^aeiou])/v, 'u')
    .replaceAll(/[aeiou]+/gv, (run) => {
      const vowel = run.charAt(0);
      if (vowel === 'u') return 'U';
      return vowel === 'i' ? 'I' : 'A';
    });
}
