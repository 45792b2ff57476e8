import lunr from 'lunr';
import { expect, it } from 'vitest';
import { SimilarWords } from '../../../src/core/search/index/similar-words.ts';
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
