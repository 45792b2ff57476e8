import { describe, expect, it } from 'vitest';
import { FakeBitmap } from './fake-cage.ts';
import {
  ANSWERS,
  DRAWING_LIMITS,
  fromCageSchema,
} from '../../../../src/renderer/drawing/drawing-answers.ts';
import type { QuestionKind } from '../../../../src/renderer/drawing/drawing-protocol.ts';
import { layerContent } from '../../../../src/renderer/features/reader/pdf/cage/caged-text.ts';
import { structureTree } from '../../../../src/renderer/features/reader/pdf/cage/caged-structure.ts';

const item = {
  str: 'The ferry',
  dir: 'ltr',
  transform: [12, 0, 0, 12, 50, 700],
  width: 60,
  height: 12,
  style: 0,
  hasEOL: true,
};
const style = { family: 'serif', ascent: 0.9, descent: -0.2, vertical: false };
const begin = { mark: 'begin', artifact: false, content: 4 };
const end = { mark: 'end', artifact: false, content: null };
const heading = { role: 'H1', alt: null, language: 'en', box: null };
const place = { kind: 'place', page: 3, left: null, top: 700 };

/** What an honest cage says. */
const HONEST: Record<QuestionKind, unknown> = {
  document: { labels: ['i', 'ii', '1'], language: 'uk' },
  page: { view: [0, 0, 595, 842], rotate: 90, userUnit: 1 },
  picture: new FakeBitmap(60, 80),
  text: { items: [begin, item, { ...item, str: 'left.' }, end], styles: [style], language: null },
  structure: [
    { depth: 0, node: { ...heading, role: 'Document' } },
    { depth: 1, node: heading },
    { depth: 2, node: { content: 4 } },
  ],
  links: [
    { box: [1, 2, 3, 4], target: place },
    { box: [1, 2, 3, 4], target: { kind: 'address', text: 'https://reports.invalid/' } },
  ],
  outline: [
    { depth: 0, title: 'One', bold: true, italic: false, closed: false, target: place },
    { depth: 1, title: 'Two', bold: false, italic: false, closed: true, target: null },
  ],
};
const KINDS = Object.keys(HONEST) as QuestionKind[];
const accepts = (kind: QuestionKind, answer: unknown): boolean =>
  ANSWERS[kind].safeParse(answer).success;

describe('what is heard of a cage', () => {
  it.each(KINDS)('takes an honest answer about %s', (kind) => {
    expect(ANSWERS[kind].safeParse(HONEST[kind]).error).toBeUndefined();
  });

  it.each<[string, QuestionKind, unknown]>([
    ['a page without a side', 'page', { view: [0, 0, 0, 842], rotate: 0, userUnit: 1 }],
    ['a page as large as a country', 'page', { view: [0, 0, 1e6, 842], rotate: 0, userUnit: 99 }],
    ['a page that is turned a little', 'page', { view: [0, 0, 595, 842], rotate: 45, userUnit: 1 }],
    ['numbers that are none', 'page', { view: [0, 0, NaN, Infinity], rotate: 0, userUnit: 1 }],
    ['a picture that is none', 'picture', { width: 60, height: 80, close: 'me' }],
    ['text with a font of its own', 'text', text({ styles: [{ ...style, family: 'g_d0_f1' }] })],
    [
      'a style that styles more',
      'text',
      text({ styles: [{ ...style, family: 'serif;color:red' }] }),
    ],
    ['an item without its style', 'text', text({ items: [{ ...item, style: 1 }] })],
    ['marks that end before they begin', 'text', text({ items: [end, begin] })],
    ['more text than a book', 'text', text({ items: [{ ...item, str: 'x'.repeat(5_000_001) }] })],
    ['more items than a page has', 'text', text({ items: Array(150_001).fill(item) })],
    [
      'a part that is markup',
      'structure',
      [{ depth: 0, node: { ...heading, role: 'math xmlns' } }],
    ],
    ['a tree without a root', 'structure', [{ depth: 1, node: heading }]],
    ['a tree with a gap', 'structure', [tree(0), tree(2)]],
    ['a link that runs a program', 'links', [{ box: [1, 2, 3, 4], target: { kind: 'launch' } }]],
    ['a link to page 0', 'links', [{ box: [1, 2, 3, 4], target: { ...place, page: 0 } }]],
    ['an address without end', 'links', [link('x'.repeat(2_001))]],
    ['an outline without end', 'outline', Array(50_001).fill((HONEST.outline as unknown[])[0])],
  ])('refuses %s', (_, kind, answer) => {
    expect(accepts(kind, answer)).toBe(false);
  });

  it('never throws and never lets out of bounds, whatever is changed in an answer', () => {
    const random = seeded(20_261_122);
    for (let round = 0; round < 4_000; round += 1) {
      const kind = KINDS[Math.floor(random() * KINDS.length)] ?? 'page';
      const { data } = ANSWERS[kind].safeParse(changed(HONEST[kind], random));
      if (data === undefined) continue;
      expectInBounds(data);
      if (kind === 'text') expectInBounds(layerContent(data as never, String));
      if (kind === 'structure') expectInBounds(structureTree(data as never, String));
    }
    expect(({} as Record<string, unknown>)['hostile']).toBeUndefined();
  });

  it('takes no message of another shape', () => {
    const random = seeded(7);
    const honest = { kind: 'answer', id: 3, answer: null };
    expect(fromCageSchema.safeParse(honest).success).toBe(true);
    for (let round = 0; round < 1_000; round += 1) {
      const { data } = fromCageSchema.safeParse(changed(honest, random));
      if (data !== undefined) expect(Number.isSafeInteger(data.id) && data.id > 0).toBe(true);
    }
  });

  it('gives screen readers the tree of a tagged page', () => {
    const nodes = ANSWERS.structure.parse(HONEST.structure);
    expect(structureTree(nodes, (content) => `c${content}`)).toEqual({
      role: 'Document',
      lang: 'en',
      children: [{ role: 'H1', lang: 'en', children: [{ type: 'content', id: 'c4' }] }],
    });
    expect(structureTree([], String)).toBeNull();
  });
});

function text(part: object): object {
  return { items: [item], styles: [style], language: null, ...part };
}

function tree(depth: number): object {
  return { depth, node: heading };
}

function link(address: string): object {
  return { box: [1, 2, 3, 4], target: { kind: 'address', text: address } };
}

function hostileValue(random: () => number): unknown {
  const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)]);
  const values: readonly unknown[] = [
    null,
    undefined,
    NaN,
    -Infinity,
    1e308,
    -1,
    0.5,
    2 ** 53,
    '',
    'x'.repeat(10_000),
    '</style><script>',
    '\u0000\u202e\ud800',
    [],
    {},
    deep(500),
    JSON.parse('{"__proto__":{"hostile":true},"constructor":{"prototype":{"hostile":true}}}'),
    { length: 9e9 },
    new Date(NaN),
    new Map([['hostile', 1]]),
    new Uint8Array(4),
    true,
    12n,
  ];
  return values[Math.floor(random() * values.length)];
}

/** A copy in which one to three places hold something else, or have gone, or are there a hundred times. */
function changed(value: unknown, random: () => number): unknown {
  let result = value;
  for (let changes = 1 + Math.floor(random() * 3); changes > 0; changes -= 1) {
    result = changeOnce(result, random);
  }
  return result;
}

function changeOnce(value: unknown, random: () => number): unknown {
  if (random() < 0.2 || typeof value !== 'object' || value === null) return hostileValue(random);
  if (Array.isArray(value)) {
    const copy: unknown[] = [...(value as unknown[])];
    const at = Math.floor(random() * (copy.length + 1));
    if (random() < 0.2) return Array(100).fill(copy).flat();
    copy[at] = changeOnce(copy[at], random);
    return copy;
  }
  const copy = { ...value } as Record<string, unknown>;
  const keys = [...Object.keys(copy), 'hostile'];
  const key = keys[Math.floor(random() * keys.length)] ?? 'hostile';
  copy[key] = changeOnce(copy[key], random);
  return copy;
}

/** Numbers that can be laid out, strings and lists that fit: whatever came through has these. */
function expectInBounds(value: unknown): void {
  if (typeof value === 'number') {
    const fits = Number.isFinite(value) && Math.abs(value) <= DRAWING_LIMITS.coordinate;
    if (!fits) throw new Error(`Got through: ${value}`);
  } else if (typeof value === 'string') {
    if (value.length > DRAWING_LIMITS.text) throw new Error('Got through: a long string');
  } else if (Array.isArray(value)) {
    if (value.length > DRAWING_LIMITS.pages) throw new Error('Got through: a long list');
    value.forEach(expectInBounds);
  } else if (typeof value === 'object' && value !== null && !(value instanceof FakeBitmap)) {
    if (Object.hasOwn(value, 'hostile')) throw new Error('Got through: a key of its own');
    Object.values(value).forEach(expectInBounds);
  } else if (!['boolean', 'undefined', 'object'].includes(typeof value)) {
    throw new Error(`Got through: ${typeof value}`);
  }
}

/** Numbers in [0, 1), the same each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
