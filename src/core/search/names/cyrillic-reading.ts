/** How a name written with Cyrillic letters may sound, in each of the three languages and with its case endings cut. */
import { stemBelarusian } from '../analysis/belarusian-stemmer.ts';
import { stemRussian, stemUkrainian } from '../analysis/existing-stemmers.ts';

export const CYRILLIC = /\p{Script=Cyrillic}/v;

const SOUNDS: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'h',
  ґ: 'h',
  д: 'd',
  е: 'e',
  є: 'e',
  ж: 'S',
  з: 's',
  и: 'i',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ў: 'v',
  ф: 'f',
  х: 'h',
  ц: 't',
  ч: 'C',
  ш: 'S',
  щ: 'S',
  ы: 'i',
  э: 'e',
  ю: 'iu',
  я: 'ia',
};

/** @param folded the word as it stands. @returns as it stands first; in an alphabet of sounds close to Latin, capitals being sounds of their own. */
export function cyrillicReadings(folded: string): string[] {
  const forms = [...caseForms(folded)];
  // Ukrainian has і where the neighbours have е and о.
  const ukrainian = /[ўыэ]/v.test(folded) ? [] : forms.map((form) => form.replaceAll('і', 'е'));
  return [...new Set([...forms, ...ukrainian])].map(toSounds);
}

/** The word, and what each language takes for its stem; a word of Latin letters has no cases. */
export function caseForms(folded: string): Set<string> {
  if (!CYRILLIC.test(folded)) return new Set([folded]);
  return new Set([folded, stemRussian(folded), stemBelarusian(folded), stemUkrainian(folded)]);
}

function toSounds(text: string): string {
  return text
    .replaceAll('дз', 'д')
    .replaceAll('тс', 'ц')
    .replaceAll(/\P{ASCII}|'/gv, (letter) => SOUNDS[letter] ?? '');
}
