import { describe, expect, it } from 'vitest';
import { findQuote, type QuoteContext } from '../../../src/shared/anchoring/find-quote.ts';
import { locateQuote, reanchor } from '../../../src/shared/anchoring/locate-quote.ts';
import { makeAnchor } from '../../../src/shared/anchoring/make-anchor.ts';

interface Row {
  readonly name: string;
  readonly text: string;
  readonly quote: string;
  readonly context?: QuoteContext;
  /** What is found, or null for a miss. */
  readonly found: string | null;
  readonly at?: number;
  readonly exact?: boolean;
  readonly others?: number;
}

const rows: Row[] = [
  { name: 'an exact quote', text: 'The guard left.', quote: 'guard', found: 'guard', at: 4 },
  { name: 'a quote that is not there', text: 'The guard left.', quote: 'guards', found: null },
  { name: 'an empty quote', text: 'The guard left.', quote: '', found: null },
  { name: 'a quote of white space', text: 'The guard left.', quote: ' \n', found: null },
  {
    name: 'the first of several without context, saying how many there are',
    text: 'port, port, port',
    quote: 'port',
    found: 'port',
    at: 0,
    others: 2,
  },
  {
    name: 'the one whose context fits',
    text: 'the north port and the south port closed',
    quote: 'port',
    context: { prefix: 'the south ', suffix: ' closed' },
    found: 'port',
    at: 29,
    others: 0,
  },
  {
    name: 'the one nearest to the hint when contexts are alike',
    text: 'port, port, port',
    quote: 'port',
    context: { hint: 7 },
    found: 'port',
    at: 6,
  },
  {
    name: 'a short quote among other words: a miss',
    text: 'A harbour with one port remained open.',
    quote: 'port',
    context: { prefix: 'signed the re', suffix: ' in Velmar' },
    found: null,
  },
  {
    name: 'a short quote among other words but at the same place',
    text: 'A harbour with one port remained open.',
    quote: 'port',
    context: { prefix: 'signed the re', suffix: ' in Velmar', hint: 19 },
    found: 'port',
    at: 19,
  },
  {
    name: 'a long quote among other words',
    text: 'New: they were held for nine days without a lawyer. End.',
    quote: 'they were held for nine days without a lawyer',
    context: { prefix: 'Old: ', suffix: '! Fin' },
    found: 'they were held for nine days without a lawyer',
  },
  {
    name: 'other white space',
    text: 'held for\nnine\u00a0days  there',
    quote: 'held for nine days',
    found: 'held for\nnine\u00a0days',
    exact: false,
  },
  {
    name: 'a word divided in the text',
    text: 'the impris-\nonment of the clerk',
    quote: 'imprisonment of',
    found: 'impris-\nonment of',
    exact: false,
  },
  {
    name: 'a word divided in the quote',
    text: 'the imprisonment of the clerk',
    quote: 'impris-\nonment of',
    found: 'imprisonment of',
    exact: false,
  },
  {
    name: 'curly quotation marks and dashes',
    text: 'He said: «мы’ня» – and left',
    quote: `"мы'ня" - and`,
    found: '«мы’ня» – and',
    exact: false,
  },
  { name: 'a decomposed letter', text: 'родны край', quote: 'краи\u0306', found: 'край' },
  {
    name: 'words that are apart: a miss',
    text: 'the therapist came',
    quote: 'the rapist',
    found: null,
  },
  {
    name: 'a compound written apart: a miss',
    text: 'human-rights work',
    quote: 'human rights',
    found: null,
  },
  { name: 'another case: a miss', text: 'The Port', quote: 'the port', found: null },
  {
    name: 'tolerant context',
    text: 'at the\nnorth port; at the\nsouth port;',
    quote: 'port',
    context: { prefix: 'at the south ' },
    found: 'port',
    at: 32,
  },
];

describe('findQuote', () => {
  it.each(rows)('$name', ({ text, quote, context, found, at, exact, others }) => {
    const match = findQuote(text, quote, context);
    expect(match ? text.slice(match.start, match.end) : null).toBe(found);
    if (at !== undefined) expect(match?.start).toBe(at);
    if (found !== null) expect(match?.exact).toBe(exact ?? true);
    if (others !== undefined) expect(match?.others).toBe(others);
  });
});

describe('across pages', () => {
  const pages = [
    { number: 4, text: 'They waited at the gate of' },
    { number: 5, text: 'the old mill until dawn. They waited.' },
  ];

  it('finds a quote that goes over the page border', () => {
    expect(locateQuote(pages, 'gate of the old mill')).toEqual({
      start: { page: 4, offset: 19 },
      end: { page: 5, offset: 12 },
      exact: false,
      others: 0,
    });
  });

  it('places a passage again after the text moved', () => {
    const anchor = makeAnchor(pages, { page: 5, offset: 8 }, { page: 5, offset: 12 }, []);
    const moved = [
      { number: 4, text: 'Header' },
      { number: 5, text: `Page five\n\n${pages[1]?.text ?? ''}` },
    ];
    expect(reanchor(moved, anchor)).toMatchObject({
      quote: 'mill',
      start: { page: 5, offset: 19 },
      end: { page: 5, offset: 23 },
    });
  });

  it('does not choose between two places that fit alike', () => {
    const text = 'aaa mill bbb';
    const anchor = makeAnchor(
      [{ number: 1, text }],
      { page: 1, offset: 4 },
      { page: 1, offset: 8 },
      [],
    );
    const twice = [{ number: 1, text: `${text}${' '.repeat(9)}${text}` }];
    expect(reanchor(twice, anchor)?.start.offset).toBe(4);
    expect(reanchor(twice, { ...anchor, start: { page: 1, offset: 14 } })).toBeUndefined();
    expect(reanchor([{ number: 1, text: `x${text}x` }], anchor)?.start.offset).toBe(5);
    expect(reanchor([{ number: 1, text: 'aaa mall bbb' }], anchor)).toBeUndefined();
  });
});
