import { expect, test } from 'vitest';
import { nextIndex } from '../../src/renderer/components/use-moving.ts';

test.each([
  ['ArrowDown', 3, 4],
  ['ArrowDown', 19, 19],
  ['ArrowUp', 0, 0],
  ['ArrowUp', 3, 2],
  ['Home', 7, 0],
  ['End', 7, 19],
  ['PageDown', 3, 13],
  ['PageDown', 15, 19],
  ['PageUp', 15, 5],
  ['a', 3, null],
])('%s from row %i of 20 leads to %s', (key, at, expected) => {
  expect(nextIndex(key, at, 20)).toBe(expected);
});
