import { describe, expect, it } from 'vitest';
import {
  compareStretches,
  partOnPage,
  trimStretch,
} from '../../../src/renderer/features/reader/stretch.ts';

const at = (page: number, offset: number) => ({ page, offset });
const stretch = (a: readonly [number, number], b: readonly [number, number]) => ({
  start: at(...a),
  end: at(...b),
});
const texts: Record<number, string> = { 1: 'ferry  ', 2: '\n \n', 3: '  lamp post ' };
const textOf = (page: number): string => texts[page] ?? '';

describe('partOnPage', () => {
  it('gives each page of a passage its own part', () => {
    const whole = stretch([1, 2], [3, 6]);
    expect(partOnPage(whole, 1, 7)).toEqual({ start: 2, end: 7 });
    expect(partOnPage(whole, 2, 3)).toEqual({ start: 0, end: 3 });
    expect(partOnPage(whole, 3, 12)).toEqual({ start: 0, end: 6 });
    expect(partOnPage(whole, 4, 9)).toBeNull();
    expect(partOnPage(whole, 2, 0)).toBeNull();
  });
});

describe('trimStretch', () => {
  it.each([
    { name: 'inside one page', from: stretch([3, 0], [3, 7]), to: stretch([3, 2], [3, 6]) },
    {
      name: 'start moves to a later page',
      from: stretch([1, 5], [3, 6]),
      to: stretch([3, 2], [3, 6]),
    },
    {
      name: 'end moves to an earlier page',
      from: stretch([1, 0], [3, 2]),
      to: stretch([1, 0], [1, 5]),
    },
    { name: 'nothing to trim', from: stretch([1, 1], [3, 4]), to: stretch([1, 1], [3, 4]) },
  ])('$name', ({ from, to }) => {
    expect(trimStretch(from, textOf)).toEqual(to);
  });

  it('answers null when only white space is selected', () => {
    expect(trimStretch(stretch([1, 5], [3, 2]), textOf)).toBeNull();
    expect(trimStretch(stretch([2, 0], [2, 3]), textOf)).toBeNull();
    expect(trimStretch(stretch([3, 4], [3, 4]), textOf)).toBeNull();
  });
});

describe('compareStretches', () => {
  it('puts a passage before those nested in it', () => {
    const outer = stretch([1, 0], [2, 9]);
    const nested = stretch([1, 0], [1, 4]);
    const later = stretch([1, 3], [1, 4]);
    expect([later, nested, outer].toSorted(compareStretches)).toEqual([outer, nested, later]);
  });
});
