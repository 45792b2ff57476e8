/**
 * Keys under which spellings of one name meet: Belarusian, Russian and Ukrainian Cyrillic, Łacinka and the usual Latin
 * transliterations. A key keeps the consonants, with those merged that these languages write for one another
 * (г х h g, т ц ts c, в ў w), and of every run of vowels only its class, because unstressed vowels are written differently
 * everywhere. What ends a name (case, -ski and -skaya) is left out.
 */
import { stemBelarusian, stemUkrainian } from '../analysis/light-stemmers.ts';
import { stemRussian } from '../analysis/lunr-stemmers.ts';
import { foldWord } from '../analysis/fold.ts';
import { givenNameGroup } from './given-names.ts';

/** Shorter names (Aleh, Ina) would meet words by chance; those in the table of given names have a key of their own. */
const FEWEST_CONSONANTS = 3;
const CYRILLIC = /\p{Script=Cyrillic}/v;
/** Capitals in the key are sounds of their own: A I U vowel classes, S sh, Z zh, C ch. */
const VOWEL_CLASSES = /[AIU]/gv;

/** All keys of a word; two words are taken for spellings of one name when they share one. */
export function nameKeys(word: string): string[] {
  const keys = new Set<string>();
  for (const reading of readings(word)) {
    const key = soundsOf(reading).replace(/[AIU]+$/v, '');
    if (key.replaceAll(VOWEL_CLASSES, '').length >= FEWEST_CONSONANTS) keys.add(key);
  }
  const group = givenNameGroup(word);
  if (group !== undefined) keys.add(`=${group}`);
  return [...keys];
}

/** The ways a spelling can be meant, in an alphabet of sounds close to Latin. */
function readings(word: string): string[] {
  const text = word.normalize('NFC').toLowerCase();
  if (CYRILLIC.test(text)) {
    const folded = foldWord(word);
    const forms = [folded, stemRussian(folded), stemBelarusian(folded), stemUkrainian(folded)];
    // Ukrainian has і where the neighbours have е and о.
    const ukrainian = /[ўыэ]/v.test(folded) ? [] : forms.map((form) => form.replaceAll('і', 'е'));
    return [...new Set([...forms, ...ukrainian])].map(fromCyrillic);
  }
  // `ch` is ч in English, х in Łacinka and German.
  const guttural = text.replaceAll(/(?<![st])ch/gv, 'kh');
  const isLacinka = text.search(LACINKA_LETTERS) >= 0;
  const spellings = isLacinka ? [guttural] : [...new Set([text, guttural])];
  return spellings.map((spelling) =>
    fromLatin(
      foldWord(spelling.replaceAll(LACINKA_LETTERS, (letter) => LACINKA[letter] ?? letter)),
    ),
  );
}

const LACINKA_LETTERS = /[čšžŭśćńźłżó]/gv;
const LACINKA: Record<string, string> = {
  č: 'tch',
  š: 'sh',
  ž: 'zh',
  ŭ: 'w',
  ś: 's',
  ć: 'ts',
  ń: 'n',
  ź: 'z',
  ł: 'l',
  ż: 'zh',
  ó: 'o',
};

const CYRILLIC_SOUNDS: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'h',
  ґ: 'h',
  д: 'd',
  е: 'e',
  є: 'e',
  ж: 'Z',
  з: 'z',
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

function fromCyrillic(text: string): string {
  return text
    .replaceAll('дз', 'д')
    .replaceAll('тс', 'ц')
    .replaceAll(/\P{ASCII}|'/gv, (letter) => CYRILLIC_SOUNDS[letter] ?? '');
}

const LATIN_SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch|cz/gv, 'C'],
  [/shch|sch|sh|sz/gv, 'S'],
  [/ch/gv, 'C'],
  [/zh/gv, 'Z'],
  [/kh/gv, 'h'],
  [/ph/gv, 'f'],
  [/ck/gv, 'tk'],
  [/dz/gv, 'd'],
  [/t[sz]/gv, 't'],
  [/x/gv, 'ks'],
  [/qu?/gv, 'k'],
  [/c(?=[eiyaou]|$)/gv, 't'],
  [/c/gv, 'k'],
  [/g/gv, 'h'],
  [/ff?$/gv, 'v'],
  [/w/gv, 'v'],
  [/[jy]/gv, 'i'],
  [/(?<=[aeo])u(?!i|$)(?=[^aeiou])|(?<=[aeo])u$/gv, 'v'],
  [/'/gv, ''],
];

function fromLatin(text: string): string {
  return LATIN_SOUNDS.reduce((sounds, [letters, sound]) => sounds.replaceAll(letters, sound), text);
}

/** Doubled letters count once, шч is щ; of a run of vowels counts the first that is not a glide before another (ia, ie, iu). */
function soundsOf(reading: string): string {
  return reading
    .replaceAll(/(.)\1+/gv, '$1')
    .replaceAll('SC', 'S')
    .replaceAll(/[aeiou]+/gv, (run) => {
      const vowel = run.replace(/^i+(?=[aeou])/v, '').charAt(0);
      if (vowel === 'u') return 'U';
      return vowel === 'i' ? 'I' : 'A';
    });
}
