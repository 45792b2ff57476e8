import { expect, it } from 'vitest';
import { APOSTROPHES, INSIDES, LETTERS } from '../../../src/core/search/analysis/char-classes.ts';
import { wordsOf } from '../../../src/core/search/analysis/words.ts';
import { SeededRandom } from '../../helpers/invented-words.ts';

const WORD = new RegExp(`${LETTERS}${INSIDES}*(?:[${APOSTROPHES}]${LETTERS}${INSIDES}*)*`, 'gv');
const PIECES = [
  ...Array.from("abЖўéß7٣Ⅷ²'’ʼ`´‘ʹ .-–«»\n_"),
  '\u00AD',
  '\u200B',
  '\u0301',
  '\u0306',
  'ʰ',
  'ー',
  '漢',
  '\u{1F600}',
  '\u{1D504}',
  '\uD83D',
  '\uDC00',
];

it('finds with its table the words that the pattern finds', () => {
  const random = new SeededRandom(5);
  for (let round = 0; round < 5_000; round += 1) {
    const text = Array.from({ length: random.below(12) }, () => random.pick(PIECES)).join('');
    const expected = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
      text: word,
      start: index,
      end: index + word.length,
    }));
    expect(wordsOf(text), JSON.stringify(text)).toEqual(expected);
  }
});
