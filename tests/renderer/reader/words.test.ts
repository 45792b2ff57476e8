import { describe, expect, it } from 'vitest';
import {
  nextLetter,
  nextWordEnd,
  previousLetter,
  previousWordStart,
  snapToWords,
  wordEndAt,
  wordStartAt,
} from '../../../src/renderer/features/reader/selection/words.ts';
import { moveOfKey } from '../../../src/renderer/features/reader/caret/move-caret.ts';
import { isRightToLeft } from '../../../src/renderer/features/reader/caret/page-lines.ts';
import { lanesOf } from '../../../src/renderer/features/reader/marks/lanes.ts';

const TEXT = 'The ferry’s crew met у гавані, е\u0301лка і кот.\nEnd';

describe('whole words', () => {
  it.each([
    ['the middle of a word', 'ferry', 3, 'ferry’s'],
    ['an apostrophe inside it', 'ferry’s', 6, 'ferry’s'],
    ['Cyrillic letters', 'гавані', 2, 'гавані'],
    ['a letter of two characters', 'е\u0301лка', 1, 'е\u0301лка'],
  ])('%s', (_name, word, inside, whole) => {
    const at = TEXT.indexOf(word) + inside;
    expect(TEXT.slice(wordStartAt(TEXT, at), wordEndAt(TEXT, at))).toBe(whole);
  });

  it('leaves points at the edge of a word and between words alone', () => {
    const crew = TEXT.indexOf('crew');
    expect([wordStartAt(TEXT, crew), wordEndAt(TEXT, crew + 4)]).toEqual([crew, crew + 4]);
    expect([wordStartAt(TEXT, crew - 1), wordEndAt(TEXT, crew - 1)]).toEqual([crew - 1, crew - 1]);
  });

  it('walks a text of any length by words, forwards and back, without leaving one out', () => {
    const long = Array.from({ length: 400 }, (_, n) => `слова${n}`).join(' ');
    const ends: number[] = [];
    for (let at: number | null = 0; at !== null; at = nextWordEnd(long, at)) ends.push(at);
    expect(ends).toHaveLength(401);
    const starts: number[] = [];
    for (let at: number | null = long.length; at !== null; at = previousWordStart(long, at)) {
      starts.push(at);
    }
    expect(starts).toHaveLength(401);
    expect(starts.at(-1)).toBe(0);
  });

  it('takes a letter with its marks', () => {
    const at = TEXT.indexOf('е\u0301лка');
    expect(nextLetter(TEXT, at)).toBe(at + 2);
    expect(previousLetter(TEXT, at + 2)).toBe(at);
    expect([nextLetter(TEXT, TEXT.length), previousLetter(TEXT, 0)]).toEqual([null, null]);
  });

  it('makes both ends of a stretch whole, across pages', () => {
    const texts: Record<number, string> = { 1: 'one harbour', 2: 'lamp post' };
    const stretch = { start: { page: 1, offset: 6 }, end: { page: 2, offset: 2 } };
    expect(snapToWords(stretch, (page) => texts[page] ?? '')).toEqual({
      start: { page: 1, offset: 4 },
      end: { page: 2, offset: 4 },
    });
  });
});

describe('right-to-left paragraphs', () => {
  const text = 'First line\n"שלום" and more\nlast';

  it('are told by their first letter', () => {
    expect(isRightToLeft(text, 3)).toBe(false);
    expect(isRightToLeft(text, 20)).toBe(true);
    expect(isRightToLeft(text, text.length)).toBe(false);
  });

  it('turn the arrows round', () => {
    const left = { key: 'ArrowLeft', ctrlKey: false, metaKey: false };
    expect(moveOfKey(left, false)).toEqual({ unit: 'letter', step: -1 });
    expect(moveOfKey(left, true)).toEqual({ unit: 'letter', step: 1 });
    expect(moveOfKey({ ...left, ctrlKey: true }, false)).toEqual({ unit: 'word', step: -1 });
    expect(moveOfKey({ ...left, key: 'x' }, false)).toBeNull();
  });
});

it('gives passages that overlap underlines at different heights', () => {
  const at = (start: number, end: number) => ({
    start: { page: 1, offset: start },
    end: { page: 1, offset: end },
  });
  expect(lanesOf([at(0, 50), at(10, 20), at(15, 30), at(20, 40), at(60, 70)])).toEqual([
    0, 1, 2, 1, 0,
  ]);
});
