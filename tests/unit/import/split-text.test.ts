import { describe, expect, it } from 'vitest';
import { PAGE_UNITS, splitText as cutText } from '../../../src/core/import/split-text.ts';

const splitText = (text: string): string[] => [...cutText(text)];

const sentence = 'The guards at Orvel Bay kept no list of those who came in. ';
const visible = (text: string): string => text.replaceAll(/\s/gu, '');

describe('splitText', () => {
  it('has no page for a text without words', () => {
    expect(splitText('')).toEqual([]);
    expect(splitText(' \n\t\n')).toEqual([]);
  });

  it('keeps a short text on one page, indents included', () => {
    expect(splitText('\n\n  indented\nline\n')).toEqual(['  indented\nline']);
  });

  it('cuts between paragraphs', () => {
    const paragraph = sentence.repeat(12).trim();
    const text = Array.from({ length: 20 }, () => paragraph).join('\n\n');
    const pages = splitText(text);
    expect(pages.join('\n\n')).toBe(text);
    for (const page of pages) expect(page.startsWith('The') && page.endsWith('in.')).toBe(true);
    for (const page of pages.slice(0, -1)) {
      expect(Math.abs(page.length - PAGE_UNITS)).toBeLessThan(paragraph.length);
    }
  });

  it('cuts between lines where there are no paragraphs', () => {
    const text = Array.from({ length: 400 }, (_, index) => `line ${index} of the list`).join('\n');
    const pages = splitText(text);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.join('\n')).toBe(text);
  });

  it('cuts a single line behind sentences', () => {
    const text = sentence.repeat(1000).trim();
    const pages = splitText(text);
    expect(pages.join(' ')).toBe(text);
    for (const page of pages) expect(page.endsWith('.')).toBe(true);
  });

  it('cuts a single line without sentences between words', () => {
    const text = 'word '.repeat(50_000).trim();
    const pages = splitText(text);
    expect(pages.join(' ')).toBe(text);
  });

  it('never cuts a surrogate pair where there is no border at all', () => {
    const text = `x${'𝔎'.repeat(20_000)}`;
    const pages = splitText(text);
    expect(pages.join('')).toBe(text);
    for (const page of pages) expect(page.isWellFormed()).toBe(true);
    for (const page of pages) expect(page.length).toBeLessThanOrEqual(PAGE_UNITS * 1.5);
  });

  it('loses nothing of 2 MB of mixed lines', () => {
    const text = Array.from(
      { length: 9_000 },
      (_, index) => `${sentence.repeat(index % 9)}${'\n'.repeat(index % 4)}`,
    ).join('');
    expect(visible(splitText(text).join('')) === visible(text)).toBe(true);
  });
});
