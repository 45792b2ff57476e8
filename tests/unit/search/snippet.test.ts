import { describe, expect, it } from 'vitest';
import { cutSnippet } from '../../../src/core/search/results/snippet.ts';
import type { PageMark } from '../../../src/core/search/results/page-marks.ts';

function marksOf(text: string, word: string): PageMark[] {
  return [...text.matchAll(new RegExp(word, 'gu'))].map(({ index }) => ({
    term: word,
    start: index,
    end: index + word.length,
  }));
}

describe('cutSnippet', () => {
  it('shows a short page whole', () => {
    expect(cutSnippet('A small page.', [])).toEqual({ text: 'A small page.', start: 0, marks: [] });
  });

  it('begins and ends at words', () => {
    const text = `${'alpha beta '.repeat(40)}needle ${'gamma delta '.repeat(40)}`;
    const snippet = cutSnippet(text, marksOf(text, 'needle'));
    expect(snippet.text.length).toBeLessThanOrEqual(200);
    expect(snippet.text.length).toBeGreaterThan(150);
    expect(text.slice(snippet.start, snippet.start + snippet.text.length)).toBe(snippet.text);
    expect(snippet.text).toMatch(/^(?:alpha|beta) .* (?:gamma|delta)$/u);
    expect(snippet.marks.map(({ start, end }) => snippet.text.slice(start, end))).toEqual([
      'needle',
    ]);
  });

  it('has its first mark where three short lines still show it', () => {
    const text = `${'alpha beta '.repeat(40)}needle ${'gamma delta '.repeat(40)}`;
    const [mark] = cutSnippet(text, marksOf(text, 'needle')).marks;
    // A line of the list beside an open report has some 30 letters.
    expect(mark?.end).toBeLessThan(90);
  });

  it('prefers the stretch with most different words', () => {
    const text = `one one one ${'x '.repeat(300)}one two three ${'x '.repeat(300)}`;
    const marks = ['one', 'two', 'three']
      .flatMap((word) => marksOf(text, word))
      .sort((a, b) => a.start - b.start);
    const { text: shown } = cutSnippet(text, marks);
    expect(shown).toContain('one two three');
  });

  it.each([
    ['surrogate pairs', '\u{1F6A2}'],
    ['combining accents', 'e\u0301\u0323'],
    ['joined emoji', '\u{1F469}\u200D\u{1F52C}'],
  ])('never divides %s', (_, unit) => {
    for (let shift = 0; shift < 6; shift += 1) {
      const text = `${'-'.repeat(shift)}${unit.repeat(150)}needle${unit.repeat(150)}`;
      const snippet = cutSnippet(text, marksOf(text, 'needle'));
      expect(snippet.text.replace(/^-+/u, '').replaceAll(unit, '')).toBe('needle');
    }
  });

  it('keeps a mark that is longer than a snippet', () => {
    const text = `${'a '.repeat(100)}${'long '.repeat(60)}${'b '.repeat(100)}`;
    const start = 200;
    const end = 200 + 'long '.repeat(60).length - 1;
    const snippet = cutSnippet(text, [{ term: 'long', start, end }]);
    expect(snippet.marks).toEqual([{ start: start - snippet.start, end: end - snippet.start }]);
  });
});
