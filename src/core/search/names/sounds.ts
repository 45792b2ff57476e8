/**
 * What is left of a name when its spelling is taken away. Consonants are merged that Belarusian, Russian and Ukrainian, Łacinka
 * and the usual transliterations write for one another (г х h g, т ц ts c, д дз, в ў w, з с z s, ж ш), and of every run of
 * vowels only its class is kept, because unstressed vowels are written differently everywhere.
 */
import { foldWord } from '../analysis/fold.ts';
import { caseForms, CYRILLIC, cyrillicReadings } from './cyrillic-reading.ts';
import { latinReadings } from './latin-reading.ts';

/** Capitals are sounds of their own: A I U vowel classes, J a glide before a vowel, S ш and ж, C ч. */
const NO_CONSONANTS = /[AIUJ]/gv;

export interface HeardWord {
  /** The folded word, and what may be its stem. */
  readonly forms: readonly string[];
  /** The ways it may be read, the likeliest first; in an alphabet of sounds close to Latin. */
  readonly readings: readonly string[];
}

export function hear(word: string): HeardWord {
  const text = word.normalize('NFC').toLowerCase();
  const folded = foldWord(word);
  if (!CYRILLIC.test(text)) return { forms: [folded], readings: latinReadings(text) };
  const forms = caseForms(folded);
  return { forms, readings: cyrillicReadings(forms) };
}

/** A reading with all its vowels. */
export function soundsOf(reading: string): string {
  return classes(reading.replaceAll(/i+(?=[aeou])/gv, ''));
}

/** The same with the glides at the start and between vowels: Jarosz, Zayats. */
export function soundsWithGlides(reading: string): string {
  return soundsOf(reading.replaceAll(/(?<=^|[aeou])i(?=[aeou])/gv, 'J'));
}

export function countConsonants(sounds: string): number {
  return sounds.replaceAll(NO_CONSONANTS, '').length;
}

/** Doubled letters count once, шч is щ, and в at the start is у before a consonant: Uladzislau, Vladislav. */
function classes(reading: string): string {
  return reading
    .replaceAll(/(.)\1+/gv, '$1')
    .replaceAll('SC', 'S')
    .replace(/^v(?=[^aeiou])/v, 'u')
    .replaceAll(/[aeiou]+/gv, vowelClass);
}

/** Of a run of vowels, the first counts. */
function vowelClass(run: string): string {
  const vowel = run.charAt(0);
  if (vowel === 'u') return 'U';
  return vowel === 'i' ? 'I' : 'A';
}
