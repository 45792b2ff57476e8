import { describe, expect, it } from 'vitest';
import { canonicalisePage } from '../../../src/shared/extraction/canonical-pdf-text.ts';
import { toCanonical, toItemRanges } from '../../../src/shared/extraction/page-map.ts';
import { textItemsOf, type TextContentLike } from '../../../src/shared/extraction/text-content.ts';
import { item, lines, page } from './page-content.ts';

/** What a highlight of canonical `start`..`end` covers on the screen. */
function drawn(content: TextContentLike, start: number, end: number): string[] {
  const items = textItemsOf(content);
  return toItemRanges(canonicalisePage(content), start, end).map(
    (range) => items[range.item]?.str.slice(range.from, range.to) ?? '',
  );
}

describe('from canonical text to items', () => {
  it('covers both halves of a joined word and not its hyphen', () => {
    expect(drawn(lines('the impris-', 'onment of'), 4, 16)).toEqual(['impris', 'onment']);
  });

  it('takes a ligature whole', () => {
    expect(drawn(page(item('o\ufb03ce')), 0, 2)).toEqual(['o\ufb03']);
  });

  it('covers both items of a composed letter', () => {
    const content = page(item('краи', { width: 20 }), item('\u0306 свет', { x: 68 }));
    expect(drawn(content, 3, 4)).toEqual(['и', '\u0306']);
  });

  it('draws nothing for a line break', () => {
    expect(drawn(lines('one', 'two'), 3, 4)).toEqual([]);
  });
});

describe('from items to canonical text', () => {
  const content = lines('one  two ', ' three');
  const map = canonicalisePage(content);

  it.each([
    ['start of a word', 0, 5, 'start', 4],
    ['inside the white space that was shortened', 0, 4, 'start', 3],
    ['after the last letter, as an end', 0, 8, 'end', 7],
    ['in trailing space, as an end', 0, 9, 'end', 7],
    ['in trailing space, as a start: the next line', 0, 9, 'start', 8],
    ['before leading space, as a start', 1, 0, 'start', 8],
    ['before leading space, as an end: the line before', 1, 0, 'end', 7],
    ['past everything', 1, 99, 'start', 13],
    ['past everything, as an end', 1, 99, 'end', 13],
    ['before everything', 0, 0, 'end', 0],
  ] as const)('%s', (_name, itemIndex, offset, side, expected) => {
    expect(toCanonical(map, itemIndex, offset, side)).toBe(expected);
  });

  it('answers 0 for a page without text', () => {
    const empty = canonicalisePage(page());
    expect(toCanonical(empty, 3, 1, 'start')).toBe(0);
    expect(toItemRanges(empty, 0, 10)).toEqual([]);
  });
});

describe('round trip over made-up pages', () => {
  const parts = [
    'word',
    'Мінск',
    'суд',
    'e\u0301',
    'и\u0306',
    '\u0306',
    'q\u0323\u0307',
    '\u1112\u1161\u11ab',
    '\u1161',
    'ﬁ',
    'ﬄ',
    '𝔎',
    '\ud83d',
    '\ude00',
    '\u00ad',
    '-',
    ' ',
    '  ',
    '\u00a0',
    '\u200f',
    'שלום',
    'ﻻ',
    'ﬀ\u0301',
    '2010',
    '.',
    '\u0000',
    '中文',
  ];

  it.each(Array.from({ length: 300 }, (_, index) => index + 1))('page %i', (seed) => {
    const random = randomFrom(seed);
    const pick = (count: number): number => Math.floor(random() * count);
    let y = 700;
    const content = page(
      ...Array.from({ length: 1 + pick(12) }, () => {
        const str = Array.from({ length: pick(7) }, () => parts[pick(parts.length)] ?? '').join('');
        const hasEOL = pick(3) === 0;
        const made = item(str, {
          x: 50 + pick(300),
          y,
          hasEOL,
          dir: pick(4) === 0 ? 'rtl' : 'ltr',
        });
        if (hasEOL) y -= 12 * (1 + pick(2));
        return made;
      }),
    );
    const { text, pieces } = canonicalisePage(content);
    expect(text).toBe(text.normalize('NFC'));
    expect(text.isWellFormed()).toBe(true);
    expect(text).not.toMatch(/\u00ad|\r|\f|\ufeff| {2}|^\s|\s$|[ ]\n|\n[ ]|\n{3}/u);
    expect(canonicalisePage(content).text).toBe(text);

    const covered = new Set<number>();
    for (const piece of pieces) {
      for (let at = piece.start; at < piece.end; at += 1) covered.add(at);
      expect(toCanonical({ pieces }, piece.item, piece.from, 'start')).toBe(piece.start);
      expect(toCanonical({ pieces }, piece.item, piece.to, 'end')).toBe(piece.end);
    }
    for (let at = 0; at < text.length; at += 1) {
      const [range, ...more] = toItemRanges({ pieces }, at, at + 1);
      if (/\s/u.test(text[at] ?? '')) continue;
      expect(covered.has(at)).toBe(true);
      const last = more.at(-1) ?? range;
      if (!range || !last) throw new Error('a visible character has no place on the screen');
      const start = toCanonical({ pieces }, range.item, range.from, 'start');
      const end = toCanonical({ pieces }, last.item, last.to, 'end');
      expect(start).toBeLessThanOrEqual(at);
      expect(end).toBeGreaterThanOrEqual(at + 1);
      expect(toItemRanges({ pieces }, start, end)).toEqual(toItemRanges({ pieces }, at, at + 1));
    }
  });
});

/** Park-Miller: the same pages on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed * 7919;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
