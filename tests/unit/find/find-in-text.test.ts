import { describe, expect, it } from 'vitest';
import { findInText, findPattern } from '../../../src/shared/find/find-in-text.ts';

const ANYHOW = { matchCase: false, wholeWords: false };

function found(typed: string, text: string, options = ANYHOW): string[] {
  const pattern = findPattern(typed, options);
  if (pattern === null) return [];
  return findInText(pattern, text, 100).map(({ start, end }) => text.slice(start, end));
}

describe('findPattern', () => {
  it.each([
    ['ferry', 'The Ferry and the ferryman', ['Ferry', 'ferry']],
    ['two  words', 'two\nwords, two words', ['two\nwords', 'two words']],
    ['перевёз', 'Перевез и перевёз', ['Перевез', 'перевёз']],
    ['"лодка"', 'зовут «лодка»', ['«лодка»']],
    ["don't", 'don’t', ['don’t']],
    ['1998-2001', '1998–2001', ['1998–2001']],
    ['harbour', 'the har\u00adbour and the har-\nbour', ['har\u00adbour', 'har-\nbour']],
    ['(a+b)*[c].', 'is (a+b)*[c]. or not', ['(a+b)*[c].']],
    ['İstanbul', 'İstanbul', ['İstanbul']],
    ['наw', 'нав', []],
    ['   ', 'any', []],
  ])('finds %s', (typed, text, expected) => {
    expect(found(typed, text)).toEqual(expected);
  });

  it('keeps to the case, and to whole words, when asked', () => {
    const text = 'Boat boat boats Boat’s';
    expect(found('boat', text, { matchCase: true, wholeWords: false })).toEqual(['boat', 'boat']);
    expect(found('boat', text, { matchCase: false, wholeWords: true })).toEqual([
      'Boat',
      'boat',
      'Boat',
    ]);
    expect(found('ё', 'е ё', { matchCase: true, wholeWords: false })).toEqual(['ё']);
  });

  it('finds what is typed in another form of the same letters', () => {
    expect(found('e\u0301cole', 'école')).toEqual(['école']);
  });
});

describe('findInText', () => {
  it('stops at the most that is wanted', () => {
    const pattern = findPattern('a', ANYHOW);
    expect(pattern && findInText(pattern, 'aaaa', 3)).toHaveLength(3);
  });
});
