import lunr from 'lunr';
import { expect, it } from 'vitest';
import { packWord, unpackWord } from '../../../src/core/search/index/pack-word.ts';
import { SimilarWords } from '../../../src/core/search/index/similar-words.ts';
import { SimilarityTest } from '../../../src/core/search/index/similarity-test.ts';
import { SeededRandom } from '../../helpers/invented-words.ts';

interface TokenSets {
  readonly TokenSet: {
    fromArray(sorted: readonly string[]): { intersect(other: object): { toArray(): string[] } };
    fromFuzzyString(word: string, distance: number): object;
  };
}
const { TokenSet } = lunr as unknown as TokenSets;

it.each([1, 2])('finds the words that Lunr finds within %i changes', (changes) => {
  const random = new SeededRandom(17);
  const word = (): string =>
    Array.from({ length: 1 + random.below(6) }, () => random.pick(Array.from('abcў'))).join('');
  const dictionary = [...new Set(Array.from({ length: 1_500 }, word))].sort();
  const tokens = TokenSet.fromArray(dictionary);
  for (let round = 0; round < 40; round += 1) {
    const wanted = word();
    const expected = tokens.intersect(TokenSet.fromFuzzyString(wanted, changes)).toArray().sort();
    const similar = new SimilarWords(wanted, changes);
    expect(
      dictionary.filter((known) => similar.has(known)),
      wanted,
    ).toEqual([...new Set(expected)]);
  }
});

it('takes a long word', () => {
  const long = 'протаколдопытупадазраванага'.repeat(3);
  const similar = new SimilarWords(long, 2);
  expect(similar.has(`${long.slice(0, 30)}${long.slice(31)}х`)).toBe(true);
  expect(similar.has(long.slice(3))).toBe(false);
});

it.each([1, 2])(
  'leaves out no stretch of the dictionary with a word within %i changes',
  (changes) => {
    const random = new SeededRandom(23);
    const letters = Array.from('abcdklў漢');
    const word = (): string =>
      Array.from({ length: 1 + random.below(7) }, () => random.pick(letters)).join('');
    const packed = [...new Set(Array.from({ length: 3_000 }, () => packWord(word())))].sort();
    let left = 0;
    let stretches = 0;
    for (let round = 0; round < 60; round += 1) {
      const wanted = word();
      const similar = new SimilarWords(wanted, changes);
      const test = new SimilarityTest(wanted, changes);
      for (let from = 0; from + 20 < packed.length; from += 20) {
        const stretch = packed.slice(from, from + 20);
        const may = test.mayPass(stretch[0] ?? '', packed[from + 20] ?? '');
        stretches += 1;
        if (!may) left += 1;
        const passing = stretch.filter((known) => similar.has(unpackWord(known)));
        if (!may) expect(passing, wanted).toEqual([]);
      }
    }
    expect(left / stretches).toBeGreaterThan(changes === 1 ? 0.4 : 0.01);
  },
);
