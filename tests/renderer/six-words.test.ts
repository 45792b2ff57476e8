import { describe, expect, test } from 'vitest';
import { strengthOf, STRONG_ENOUGH } from '../../src/shared/passphrase/strength.ts';
import { drawWords, suggestPassphrase } from '../../src/renderer/features/session/six-words.ts';

describe('drawing', () => {
  /** Stands in for the random numbers of the computer: these, one after the other. */
  function dealing(numbers: readonly number[]): (into: Uint32Array) => void {
    const rest = [...numbers];
    return (into) => {
      const next = rest.shift();
      if (next === undefined) throw new Error('drew too often');
      into[0] = next;
    };
  }

  test('numbers above the last whole multiple are drawn again, so no word is likelier', () => {
    const words = ['a', 'b', 'c'];
    // 2^32 is 1 more than a multiple of 3: the top number alone would favour the first word.
    expect(drawWords(words, 2, dealing([2 ** 32 - 1, 4, 2 ** 32 - 2]))).toBe('b c');
  });

  test('every word can come up', () => {
    const words = ['a', 'b', 'c', 'd'];
    expect(drawWords(words, 5, dealing([0, 1, 2, 3, 4]))).toBe('a b c d a');
  });
});

test('six different-looking words that the meter calls strong', async () => {
  const [one, two] = [await suggestPassphrase(), await suggestPassphrase()];
  expect(one).toMatch(/^([a-z]{3,8} ){5}[a-z]{3,8}$/);
  expect(two).not.toBe(one);
  expect(await strengthOf(one, [])).toBe(STRONG_ENOUGH);
});

test.each(['password', 'qwertyuiop', 'letmein123', 'belarus2010', 'Sample reports 1'])(
  '%s is not strong enough',
  async (passphrase) => {
    expect(await strengthOf(passphrase, ['Sample reports'])).toBeLessThan(STRONG_ENOUGH);
  },
);
