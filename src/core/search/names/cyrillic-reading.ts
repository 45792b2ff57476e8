/** How a name written with Cyrillic letters may sound, in each of the three languages and with its case endings cut. */
import { stemBelarusian } from '../analysis/belarusian-stemmer.ts';
import { stemRussian, stemUkrainian } from '../analysis/existing-stemmers.ts';

export const CYRILLIC = /\p{Script=Cyrillic}/v;

const ASCII_LETTER = /[a-z0-9]/v;

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

/** @param forms of the word, as it stands first. @returns in an alphabet of sounds close to Latin, capitals being sounds of their own. */
export function cyrillicReadings(forms: readonly string[]): string[] {
  const [folded = ''] = forms;
  // Ukrainian has і where the neighbours have е and о.
  const mayBeUkrainian = folded.includes('і') && !/[ўыэ]/v.test(folded);
  const all = mayBeUkrainian
    ? new Set([...forms, ...forms.map((form) => form.replaceAll('і', 'е'))])
    : forms;
  return Array.from(all, toSounds);
}

/** The word, and what each language takes for its stem. */
export function caseForms(folded: string): string[] {
  return [...new Set([folded, stemRussian(folded), stemBelarusian(folded), stemUkrainian(folded)])];
}

function toSounds(text: string): string {
  const merged = text.replaceAll('дз', 'д').replaceAll('тс', 'ц');
  let sounds = '';
  for (const letter of merged)
    sounds += SOUNDS[letter] ?? (ASCII_LETTER.test(letter) ? letter : '');
  return sounds;
}
