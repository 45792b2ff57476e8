/** How a name written with Latin letters may sound; the spelling does not say for which language it was made. */
import { foldWord } from '../analysis/fold.ts';

const LETTERS_OF_SLAVS = /[čšžŭśćńźłżó]/gv;
const SLAVIC_LETTERS: Record<string, string> = {
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
/** Not the end of sch and tch. */
const CH = /(?<![st])ch/gv;

/** @param text in lower case. @returns in an alphabet of sounds close to Latin, capitals being sounds of their own. */
export function latinReadings(text: string): string[] {
  const plain = foldWord(
    text.replaceAll(LETTERS_OF_SLAVS, (letter) => SLAVIC_LETTERS[letter] ?? letter),
  );
  const isSlavic = text.search(LETTERS_OF_SLAVS) >= 0;
  const spellings = isSlavic
    ? [slavic(plain)]
    : [plain, slavic(plain), french(plain), german(plain)];
  return [...new Set(spellings)].map(toSounds);
}

/** In Łacinka and Polish `ch` is х and `c` is ц, before consonants too; Polish `rz` is a soft р. In English `ch` is ч. */
function slavic(text: string): string {
  return text
    .replaceAll(CH, 'kh')
    .replaceAll(/(?<!t)c(?![zhk])/gv, 'ts')
    .replaceAll('rz', 'r');
}

/** In French `ch` is ш, `j` ж and `ou` у. */
function french(text: string): string {
  return text.replaceAll(CH, 'sh').replaceAll('j', 'zh').replaceAll('ou', 'u');
}

/** In German `ch` is х and `z` is ц. */
function german(text: string): string {
  return text.replaceAll(CH, 'kh').replaceAll(/(?<![td])z(?!h)/gv, 'ts');
}

/** One after the other. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch|cz/gv, 'C'],
  [/shch|sch|sh|sz|zh/gv, 'S'],
  [/ch/gv, 'C'],
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
  [/z/gv, 's'],
  [/[jy]/gv, 'i'],
  // The Belarusian ў after a vowel: Yankouski, Salauyou.
  [/(?<=[aeo])u(?=[^aeiouy]|i[aeou]|$)/gv, 'v'],
  [/'/gv, ''],
];

function toSounds(text: string): string {
  return SOUNDS.reduce((sounds, [letters, sound]) => sounds.replaceAll(letters, sound), text);
}
