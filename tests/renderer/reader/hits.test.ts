import { describe, expect, it } from 'vitest';
import {
  countHits,
  hitAt,
  hitFrom,
  hitPagesOf,
} from '../../../src/renderer/features/reader/hits.ts';
import { noPageWords } from '../../../src/renderer/features/reader/toolbar/no-page-words.ts';
import { pageFromText } from '../../../src/renderer/features/reader/toolbar/page-from-text.ts';
import type { SearchOutcome } from '../../../src/shared/domain/search.ts';
import { createI18n } from '../../../src/shared/i18n/index.ts';

const mark = (start: number, end: number) => ({ start, end });
const hit = (page: number, marks: { start: number; end: number }[]) => ({
  page,
  pageLabel: String(page),
  score: 1,
  snippet: { text: '', start: 0, marks: [] },
  marks,
});
const outcome: SearchOutcome = {
  documents: [
    {
      documentId: 7,
      title: 'Ferries',
      fileName: 'ferries.txt',
      pages: [hit(9, [mark(4, 8)]), hit(2, [mark(0, 3), mark(20, 23)])],
      totalPages: 2,
    },
  ],
  total: 2,
  notices: [],
  spellings: [],
};

describe('hitPagesOf', () => {
  it('takes all pages of the answer the target is from, in reading order', () => {
    const pages = hitPagesOf(7, { page: 9, marks: [mark(4, 8)] }, outcome);
    expect(pages.map(({ page }) => page)).toEqual([2, 9]);
    expect(countHits(pages)).toBe(3);
  });
  it('takes the page alone when the answer is about something else', () => {
    const target = { page: 9, marks: [mark(1, 2)] };
    expect(hitPagesOf(7, target, outcome)).toEqual([target]);
    expect(hitPagesOf(8, target, outcome)).toEqual([target]);
    expect(hitPagesOf(7, target, null)).toEqual([target]);
    expect(hitPagesOf(7, { page: 9, marks: [] }, outcome)).toEqual([]);
  });
});

describe('moving among hits', () => {
  const pages = [
    { page: 2, marks: [mark(0, 3), mark(20, 23)] },
    { page: 9, marks: [mark(4, 8)] },
  ];
  it('counts over all pages', () => {
    expect(hitAt(pages, 1)).toEqual({ page: 2, mark: mark(20, 23) });
    expect(hitAt(pages, 2)).toEqual({ page: 9, mark: mark(4, 8) });
    expect(hitAt(pages, 3)).toBeNull();
    expect(hitAt(pages, -1)).toBeNull();
  });
  it('finds the hit at or after a place', () => {
    expect(hitFrom(pages, 2, 0)).toBe(0);
    expect(hitFrom(pages, 2, 5)).toBe(1);
    expect(hitFrom(pages, 5, 0)).toBe(2);
    expect(hitFrom(pages, 9, 30)).toBe(-1);
  });
});

describe('pageFromText', () => {
  const labels = ['i', 'ii', '1', '2', 'A-1'];
  it.each([
    { text: 'ii', page: 2 },
    { text: ' II ', page: 2 },
    { text: '1', page: 3 },
    { text: '5', page: 5 },
    { text: 'a-1', page: 5 },
    { text: '6', page: null },
    { text: '0', page: null },
    { text: '', page: null },
    { text: 'x', page: null },
  ])('reads «$text» as page $page', ({ text, page }) => {
    expect(pageFromText(text, labels.length, labels)).toBe(page);
  });
  it('goes by number without labels', () => {
    expect(pageFromText('3', 4, null)).toBe(3);
  });
  it('says which pages there are when there is none like that', () => {
    const t = createI18n().getFixedT('en', 'reader');
    expect(noPageWords(t, 14, null)).toMatch(/has the pages 1 to 14\./u);
    expect(noPageWords(t, 1, null)).toMatch(/has one page\./u);
    expect(noPageWords(t, labels.length, labels)).toMatch(/1 to 5, labelled “i” to “A-1”/u);
    expect(noPageWords(t, 2, ['', ''])).toMatch(/1 to 2\./u);
  });
});
