import { describe, expect, it } from 'vitest';
import { citationOf } from '../../../src/renderer/features/reader/citation.ts';
import {
  createPageSource,
  PAGES_AT_ONCE,
} from '../../../src/renderer/features/reader/page-source.ts';
import {
  filterChoices,
  filterPassages,
  labelNamesOf,
  NO_FILTER,
} from '../../../src/renderer/features/reader/panel/filter-passages.ts';
import { rangeOf } from '../../../src/renderer/features/reader/panel/range-of.ts';
import { formatBytes } from '../../../src/renderer/features/reader/panel/format-bytes.ts';
import type { Passage } from '../../../src/shared/domain/passage.ts';
import { createI18n } from '../../../src/shared/i18n/index.ts';

describe('createPageSource', () => {
  const answer = (from: number, to: number) => ({
    ok: true as const,
    value: Array.from({ length: to - from + 1 }, (_, index) => ({
      documentId: 1,
      number: from + index,
      label: String(from + index),
      text: `page ${from + index}`,
      language: null,
      garbled: false,
    })),
  });

  it('asks for whole blocks, each once, and never beyond the last page', async () => {
    const asked: [number, number][] = [];
    const source = createPageSource(45, (from, to) => {
      asked.push([from, to]);
      return Promise.resolve(answer(from, to));
    });
    const [first, again, last] = await Promise.all([
      source.page(3),
      source.page(20),
      source.page(45),
    ]);
    expect([first?.text, again?.text, last?.text]).toEqual(['page 3', 'page 20', 'page 45']);
    expect(asked).toEqual([
      [1, PAGES_AT_ONCE],
      [41, 45],
    ]);
    await source.load(19, 22);
    expect(asked).toHaveLength(3);
    expect(source.loaded(22)?.text).toBe('page 22');
    expect(await source.page(46)).toBeNull();
    expect(await source.page(0)).toBeNull();
  });

  it('asks again after a failure', async () => {
    let fails = true;
    const source = createPageSource(2, (from, to) =>
      Promise.resolve(
        fails ? { ok: false, failure: { kind: 'library-locked' } } : answer(from, to),
      ),
    );
    expect(await source.page(1)).toBeNull();
    fails = false;
    expect((await source.page(1))?.text).toBe('page 1');
  });
});

describe('filterPassages', () => {
  const passage = (id: number, quote: string, more: Partial<Passage> = {}): Passage => ({
    id,
    documentId: 1,
    start: { page: 1, offset: id },
    end: { page: 1, offset: id + quote.length },
    quote,
    prefix: '',
    suffix: '',
    rects: [],
    colour: 'yellow',
    note: '',
    tagIds: [],
    caseIds: [],
    eventIds: [],
    createdAt: '',
    updatedAt: '',
    ...more,
  });
  const names = labelNamesOf({
    tags: [
      {
        id: 5,
        parentId: null,
        name: 'Permits',
        colour: null,
        quickKey: null,
        aliases: '',
        passages: 1,
      },
    ],
    cases: [],
    events: [],
  });
  const all = [
    passage(1, 'The ferry\nleft early'),
    passage(2, 'Лодка ушла', { note: 'compare the ferry log' }),
    passage(3, 'Nothing else', { tagIds: [5] }),
  ];
  it('looks into words, notes and labels, all words at once, without accents', () => {
    const ids = (text: string) =>
      filterPassages(all, { ...NO_FILTER, text }, names).map(({ id }) => id);
    expect(ids('ferry')).toEqual([1, 2]);
    expect(ids('FERRY left')).toEqual([1]);
    expect(ids('permit')).toEqual([3]);
    expect(ids('ло́дка')).toEqual([2]);
    expect(ids('  ')).toEqual([1, 2, 3]);
    expect(ids('boat')).toEqual([]);
  });
  it('narrows by label and colour, and offers the labels that are there with their counts', () => {
    const ids = (chosen: object) =>
      filterPassages(all, { ...NO_FILTER, ...chosen }, names).map(({ id }) => id);
    expect(ids({ tag: 5 })).toEqual([3]);
    expect(ids({ tag: 5, text: 'ferry' })).toEqual([]);
    expect(ids({ case: 1 })).toEqual([]);
    expect(ids({ colour: 'yellow' })).toEqual([1, 2, 3]);
    expect(ids({ colour: 'teal' })).toEqual([]);
    expect(filterChoices(all, 'tag', names, new Intl.Collator('en'))).toEqual([
      { id: 5, name: 'Permits', count: 1 },
    ]);
  });
  it('takes what lies between two passages, whichever was chosen first', () => {
    expect(rangeOf(all, 1, 3)).toEqual([1, 2, 3]);
    expect(rangeOf(all, 3, 2)).toEqual([2, 3]);
    expect(rangeOf(all, 9, 2)).toEqual([2]);
  });
});

describe('citationOf', () => {
  const i18n = createI18n();
  it('names title, pages and file', () => {
    const base = { quote: 'The ferry\nleft.', title: 'Log', fileName: 'log.pdf' };
    expect(citationOf(i18n, { ...base, from: 'iv', to: 'iv' })).toBe(
      '“The ferry left.” (Log, p. iv; log.pdf)',
    );
    expect(citationOf(i18n, { ...base, title: 'log.pdf', from: '4', to: '6' })).toBe(
      '“The ferry left.” (log.pdf, pp. 4–6)',
    );
  });
  it('leaves what looks like a placeholder in a quote alone', () => {
    const quote = 'costs {{title}} and $t(close)';
    expect(citationOf(i18n, { quote, title: 'T', fileName: 'f', from: '1', to: '1' })).toContain(
      quote,
    );
  });
});

describe('formatBytes', () => {
  it.each([
    { bytes: 0, words: '0 bytes' },
    { bytes: 999, words: '999 bytes' },
    { bytes: 14_949, words: '14.9 kB' },
    { bytes: 24_000_000, words: '24 MB' },
  ])('$bytes is $words', ({ bytes, words }) => {
    expect(formatBytes(bytes, 'en')).toBe(words);
  });
});
