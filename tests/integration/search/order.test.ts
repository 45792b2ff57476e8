/** Documents of an answer by date and title. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SearchOrder } from '../../../src/shared/domain/search.ts';
import { SearchLibrary } from '../../helpers/search-library.ts';

let library: SearchLibrary;
beforeEach(async () => {
  library = await SearchLibrary.create();
});
afterEach(() => library.dispose());

function add(title: string, date: string, pages: readonly string[]): void {
  const id = library.add(title, pages);
  library.library.database
    .prepare('UPDATE source_document SET date = ? WHERE id = ?')
    .run(date, id);
}

function titles(order: SearchOrder, limit = 50): string[] {
  return library.index.search('ferry', { limit, order }).documents.map(({ title }) => title);
}

beforeEach(() => {
  add('Яблыкі', '2011-08', ['The ferry.', 'Nothing here.', 'A ferry and a ferry.']);
  add('Report 10', '', ['The ferry left.']);
  add('Report 9', '2010', ['Once more the ferry.']);
  add('Апельсіны', '2011-08-04', ['A ferry, and then another ferry, and a third ferry.']);
  add('Elsewhere', '1999', ['No boat at all.']);
});

it('goes by date, with what has none at the end', () => {
  expect(titles('newest')).toEqual(['Апельсіны', 'Яблыкі', 'Report 9', 'Report 10']);
  expect(titles('oldest')).toEqual(['Report 9', 'Яблыкі', 'Апельсіны', 'Report 10']);
});

it('goes by title, numbers as numbers and Cyrillic as people sort it', () => {
  expect(titles('title')).toEqual(['Report 9', 'Report 10', 'Апельсіны', 'Яблыкі']);
});

it('puts the best pages of a document first, and no more than are wanted', () => {
  const { documents, total } = library.index.search('ferry', { limit: 3, order: 'newest' });
  expect(documents.map(({ title, pages }) => [title, pages.map(({ page }) => page)])).toEqual([
    ['Апельсіны', [1]],
    ['Яблыкі', [3, 1]],
  ]);
  expect(total).toBe(5);
});

it('gives one document five pages, so that others are seen', () => {
  add(
    'Diary',
    '2020',
    Array.from({ length: 30 }, () => 'The ferry again.'),
  );
  const [diary, next] = library.index.search('ferry', { limit: 20, order: 'newest' }).documents;
  expect(diary?.pages).toHaveLength(5);
  expect(diary?.totalPages).toBe(30);
  expect(next?.title).toBe('Апельсіны');
});
