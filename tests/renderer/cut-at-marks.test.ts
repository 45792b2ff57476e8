import { expect, test } from 'vitest';
import { cutAtMarks } from '../../src/renderer/components/cut-at-marks.ts';

function shown(text: string, marks: { start: number; end: number }[]): string {
  return cutAtMarks(text, marks)
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('');
}

test.each([
  ['no marks', 'abc', [], 'abc'],
  ['one mark', 'a court sat', [{ start: 2, end: 7 }], 'a [court] sat'],
  [
    'out of order',
    'abcd',
    [
      { start: 3, end: 4 },
      { start: 0, end: 1 },
    ],
    '[a]bc[d]',
  ],
  [
    'overlapping',
    'abcdef',
    [
      { start: 1, end: 4 },
      { start: 2, end: 5 },
    ],
    'a[bcd][e]f',
  ],
  [
    'nested',
    'abcdef',
    [
      { start: 1, end: 5 },
      { start: 2, end: 3 },
    ],
    'a[bcde]f',
  ],
  [
    'past the end',
    'abc',
    [
      { start: 2, end: 9 },
      { start: 10, end: 12 },
    ],
    'ab[c]',
  ],
  ['empty', 'abc', [{ start: 1, end: 1 }], 'abc'],
])('%s', (_, text, marks, expected) => {
  expect(shown(text, marks)).toBe(expected);
});
