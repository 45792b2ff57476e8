/** Every matched word of a document, at exact offsets, for going from hit to hit. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ALL_SPELLINGS } from '../../../src/shared/domain/search.ts';
import { SearchLibrary, textsOf } from '../../helpers/search-library.ts';

let library: SearchLibrary;
let id: number;

beforeAll(async () => {
  library = await SearchLibrary.create();
  library.add('Other', ['The court of another document.']);
  id = library.add(
    'Report',
    Array.from({ length: 12 }, (_, page) =>
      page === 4
        ? 'Nothing.'
        : `On page ${page} the courts of Yauhen Harbatski and «Горбатского»; freedom of ex\u00ADpression, arrested.`,
    ),
  );
});
afterAll(() => library.dispose());

/** By page. */
function marked(query: string): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (let after: number | null = 0; after !== null;) {
    const part = library.index.hitsOf(id, query, ALL_SPELLINGS, after);
    for (const { page, marks } of part.pages) {
      expect(found.has(page)).toBe(false);
      found.set(page, textsOf(library.textOf(id, page), marks));
    }
    after = part.next;
  }
  return found;
}

it.each([
  ['court', ['courts']],
  ['harbatski', ['Harbatski', 'Горбатского']],
  ['cuorts~1', ['courts']],
  ['harb*', ['Harbatski']],
  ['"freedom of expression"', ['freedom of ex\u00ADpression']],
  ['court -nowhere', ['courts']],
])('%s', (query, words) => {
  const pages = marked(query);
  expect([...pages.keys()]).toEqual([1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12]);
  for (const texts of pages.values()) expect(texts).toEqual(words);
});

it('goes on after a page', () => {
  const { pages } = library.index.hitsOf(id, 'court', ALL_SPELLINGS, 10);
  expect(pages.map(({ page }) => page)).toEqual([11, 12]);
});

it('finds nothing in a document that does not match', () => {
  expect(library.index.hitsOf(id, 'another', ALL_SPELLINGS, 0)).toEqual({ pages: [], next: null });
});
