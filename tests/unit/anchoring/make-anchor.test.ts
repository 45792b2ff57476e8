import { describe, expect, it } from 'vitest';
import { makeAnchor } from '../../../src/shared/anchoring/make-anchor.ts';
import { FailureError } from '../../../src/shared/failure.ts';

const pages = [
  { number: 1, text: 'The clerk of Orvel Bay read the order aloud to an empty room on Monday.' },
  { number: 2, text: 'Nobody signed it.' },
  { number: 3, text: '𝔄𝔅 end' },
];

function anchor(from: [number, number], to: [number, number]) {
  return makeAnchor(pages, { page: from[0], offset: from[1] }, { page: to[0], offset: to[1] }, []);
}

describe('makeAnchor', () => {
  it('keeps the exact words and 32 units on either side', () => {
    expect(anchor([1, 38], [1, 43])).toEqual({
      start: { page: 1, offset: 38 },
      end: { page: 1, offset: 43 },
      quote: 'aloud',
      prefix: 'erk of Orvel Bay read the order ',
      suffix: ' to an empty room on Monday.',
      rects: [],
    });
  });

  it('joins pages by one LF', () => {
    const { quote, prefix, suffix } = anchor([1, 64], [3, 4]);
    expect(quote).toBe('Monday.\nNobody signed it.\n𝔄𝔅');
    expect(prefix).toHaveLength(32);
    expect(suffix).toBe(' end');
  });

  it('never cuts a surrogate pair, in the quote or in the context', () => {
    expect(anchor([3, 1], [3, 3]).quote).toBe('𝔄𝔅');
    const text = `${'𝔄'.repeat(20)}x${'𝔅'.repeat(20)}`;
    const made = makeAnchor(
      [{ number: 1, text: `a${text}b` }],
      { page: 1, offset: 41 },
      { page: 1, offset: 42 },
      [],
    );
    expect(made.quote).toBe('x');
    expect(made.prefix).toBe('𝔄'.repeat(16));
    expect(made.suffix).toBe('𝔅'.repeat(16));
    const odd = makeAnchor(
      [{ number: 1, text: text }],
      { page: 1, offset: 39 - 1 },
      { page: 1, offset: 41 },
      [],
    );
    expect(odd.quote.isWellFormed() && odd.prefix.isWellFormed() && odd.suffix.isWellFormed()).toBe(
      true,
    );
  });

  it.each([
    ['a missing page', [1, 0], [4, 1], 'not-found'],
    ['an offset behind the page', [2, 0], [2, 99], 'not-found'],
    ['nothing between the points', [1, 5], [1, 5], 'invalid-request'],
    ['points the wrong way round', [2, 5], [1, 5], 'invalid-request'],
  ] as const)('refuses %s', (_name, from, to, kind) => {
    const error = (() => {
      try {
        return anchor([...from], [...to]);
      } catch (caught) {
        return caught;
      }
    })();
    expect(error instanceof FailureError && error.failure.kind).toBe(kind);
  });
});
