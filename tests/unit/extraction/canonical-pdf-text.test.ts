import { describe, expect, it } from 'vitest';
import { canonicalisePage } from '../../../src/shared/extraction/canonical-pdf-text.ts';
import type { TextContentLike } from '../../../src/shared/extraction/text-content.ts';
import { item, lines, page } from './page-content.ts';

const textOf = (content: TextContentLike): string => canonicalisePage(content).text;

describe('characters', () => {
  it.each([
    ['decomposed accents become NFC', 'краи\u0306', 'край'],
    ['a stacked accent keeps both marks', 'e\u0323\u0302', 'ệ'],
    ['Hangul letters become syllables', '\u1112\u1161\u11ab', '한'],
    ['ligatures become letters', 'o\ufb03ce of a\ufb00airs', 'office of affairs'],
    ['Arabic presentation forms become letters', '\ufefb\ufe8d', 'لاا'],
    ['joiners stay', 'می\u200cخواهم', 'می\u200cخواهم'],
    ['direction marks and controls vanish', '\u202bab\u202c\u0007c\ufeff', 'abc'],
    ['a lone surrogate becomes a visible mark', 'a\ud800b', 'a\ufffdb'],
    ['pairs stay whole', 'a𝔎b', 'a𝔎b'],
    ['any white space is one space', '\ta\u00a0 \u2003b\t', 'a b'],
    ['a soft hyphen inside a word vanishes', 'pri\u00adson', 'prison'],
    ['a soft hyphen between years is a hyphen', '2010\u00ad2020', '2010-2020'],
  ])('%s', (_name, str, expected) => {
    expect(textOf(page(item(str)))).toBe(expected);
  });

  it('composes an accent that pdf.js gives as an item of its own', () => {
    const content = page(item('краи', { width: 20 }), item('\u0306 свет', { x: 68 }));
    expect(textOf(content)).toBe('край свет');
  });
});

describe('spaces and lines', () => {
  it('puts a space where two items of a line stand apart', () => {
    expect(textOf(page(item('two', { x: 50 }), item('words', { x: 70 })))).toBe('two words');
  });

  it('puts none where a word is set in two fonts', () => {
    expect(textOf(page(item('wor', { x: 50 }), item('ds', { x: 65.5 })))).toBe('words');
  });

  it('measures right-to-left items in either visual order', () => {
    const first = item('שלום', { x: 200, dir: 'rtl' });
    const second = item('עולם', { x: 170, dir: 'rtl' });
    expect(textOf(page(first, second))).toBe('שלום עולם');
  });

  it('keeps a superscript in its line', () => {
    const content = page(item('word'), item('12', { x: 70, y: 704, size: 6 }));
    expect(textOf(content)).toBe('word12');
  });

  it('breaks the line where pdf.js says so and where the baseline moves', () => {
    const content = page(
      item('one', { y: 700, hasEOL: true }),
      item('two', { y: 688 }),
      item('three', { y: 676 }),
    );
    expect(textOf(content)).toBe('one\ntwo\nthree');
  });

  it('takes an end of line from an empty item', () => {
    const content = page(item('one'), item('', { hasEOL: true }), item('two', { y: 688 }));
    expect(textOf(content)).toBe('one\ntwo');
  });

  it('puts a blank line where the baselines are further apart than usual', () => {
    expect(textOf(lines('a one', 'b two', '', 'c three', 'd four'))).toBe(
      'a one\nb two\n\nc three\nd four',
    );
  });

  it('does not take double spacing for paragraphs', () => {
    expect(textOf(lines('a', '', 'b', '', 'c', '', 'd'))).toBe('a\nb\nc\nd');
  });

  it('starts a paragraph at an indent after a finished sentence', () => {
    const content = page(
      item('It ended.', { y: 700, hasEOL: true }),
      item('Another began', { x: 70, y: 688, hasEOL: true }),
      item('and went on.', { y: 676 }),
    );
    expect(textOf(content)).toBe('It ended.\n\nAnother began\nand went on.');
  });

  it('puts a blank line before the next column', () => {
    const content = page(item('left', { y: 100, hasEOL: true }), item('right', { x: 300, y: 700 }));
    expect(textOf(content)).toBe('left\n\nright');
  });

  it('separates text that is turned', () => {
    const turned = { ...item('stamp'), transform: [0, 10, -10, 0, 20, 300] };
    expect(textOf(page(item('body'), turned))).toBe('body\n\nstamp');
  });

  it('reads vertical writing column by column', () => {
    const column = (str: string, x: number) => ({
      ...item(str, { x, fontName: 'tall' }),
      width: 10,
      height: 30,
    });
    expect(textOf(page(column('一二三', 300), column('四五六', 286)))).toBe('一二三\n四五六');
  });

  it('gives the empty string for a page without visible text', () => {
    expect(textOf(page())).toBe('');
    expect(textOf(page(item('  '), item('\u00ad', { hasEOL: true })))).toBe('');
  });

  it('ignores marked content', () => {
    expect(textOf(page({ type: 'beginMarkedContent' }, item('text'), { type: 'end' }))).toBe(
      'text',
    );
  });
});

describe('words divided at a line end', () => {
  it.each([
    ['a word is joined', ['the impris-', 'onment of'], 'the imprisonment of'],
    ['a soft hyphen joins', ['задер\u00ad', 'жание'], 'задержание'],
    ['U+2010 joins', ['затры\u2010', 'манне'], 'затрыманне'],
    ['capitals are joined', ['ЗАДЕР-', 'ЖАНИЕ'], 'ЗАДЕРЖАНИЕ'],
    ['a name keeps its hyphen', ['in Vel-', 'Torra'], 'in Vel-Torra'],
    ['a particle keeps its hyphen', ['какой-', 'то суд'], 'какой-то суд'],
    ['a known prefix keeps its hyphen', ['non-', 'state'], 'non-state'],
    [
      'a compound seen on the page keeps it',
      ['a long-term', 'and long-', 'term plan'],
      'a long-term\nand long-term plan',
    ],
    ['numbers are left alone', ['pages 10-', '12'], 'pages 10-\n12'],
    ['a dash is left alone', ['he left -', 'and went'], 'he left -\nand went'],
    ['a list mark is left alone', ['-', 'item'], '-\nitem'],
  ])('%s', (_name, given, expected) => {
    expect(textOf(lines(...given))).toBe(expected);
  });

  it('joins when the hyphen is an item of its own', () => {
    const content = page(
      item('deten', { x: 50 }),
      item('\u00ad', { x: 75, hasEOL: true }),
      item('tion', { y: 688 }),
    );
    expect(textOf(content)).toBe('detention');
  });
});
