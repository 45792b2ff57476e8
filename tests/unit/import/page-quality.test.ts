import { describe, expect, it } from 'vitest';
import iconv from 'iconv-lite';
import { isGarbled } from '../../../src/core/import/page-quality.ts';

const RUSSIAN = 'Паром в бухту Орвель остановили на рассвете. Никто на причале не узнал почему.';
const ENGLISH = 'The ferry to Orvel Bay was stopped at dawn. Nobody on the quay was told why.';

describe('text that search finds no words in', () => {
  const garbled: [string, string][] = [
    ['Cyrillic read as Latin-1', iconv.encode(RUSSIAN, 'windows-1251').toString('latin1')],
    ['a space after each letter', Array.from(RUSSIAN).join(' ')],
    ['codes of a font without a map', Array.from(ENGLISH, shiftCode).join('')],
    ['private use', ENGLISH.replaceAll(/\S/gu, '\ue041')],
  ];
  it.each(garbled)('is %s', (_, text) => {
    expect(isGarbled(text)).toBe(true);
  });
});

describe('text that search can use', () => {
  const sound: [string, string][] = [
    ['Russian', RUSSIAN],
    ['English', ENGLISH],
    [
      'French with many accents',
      'L’été où l’équipage fut arrêté, même les élèves ont été relâchés après. Où étaient-ils? Éloignés.',
    ],
    [
      'Polish',
      'Żółć, gęślą jaźń: wszyscy świadkowie zeznali, że łódź zatrzymano o świcie przy nabrzeżu.',
    ],
    ['one spaced heading', `R E P O R T\n\n${ENGLISH} ${ENGLISH}`],
    [
      'Chinese',
      '渡轮在黎明时分被拦下，码头上没有人被告知原因。渡轮在黎明时分被拦下，码头上没有人被告知原因。渡轮在黎明时分被拦下，码头上没有人被告知原因。',
    ],
    [
      'a table of figures',
      Array.from({ length: 40 }, (_, row) => `${row} ${row * 17} 4,${row}`).join('\n'),
    ],
    [
      'a list of initials',
      'A. B. Marsh, C. D. Field, E. F. Stone and their families were heard at the second session.',
    ],
    ['few words', 'Ж Ы Щ'],
  ];
  it.each(sound)('is %s', (_, text) => {
    expect(isGarbled(text)).toBe(false);
  });
});

/** As a font whose codes are shifted by 29 gives it, without a map to Unicode. */
function shiftCode(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) === 32 ? 3 : letter.charCodeAt(0) - 29);
}
