import { afterEach, beforeEach, expect, it } from 'vitest';
import { InventedWords } from '../../helpers/invented-words.ts';
import { SearchLibrary } from '../../helpers/search-library.ts';

let library: SearchLibrary;
beforeEach(async () => {
  library = await SearchLibrary.create();
});
afterEach(() => library.dispose());

const blocks = (): unknown[] =>
  library.library.database.prepare('SELECT words, lists FROM search_block ORDER BY id').all();

it('indexes a document that was prepared in slices as it would have been at once', () => {
  const words = new InventedWords(3, 200);
  const pages = Array.from({ length: 30 }, () => words.text('belarusian', 50));
  const entries = library.index.prepareDocument('Prepared', pages);
  let slices = 1;
  // Other documents come and go between the slices.
  for (; entries.work(0); slices += 1) if (slices === 5) library.add('Between', ['Між імі.']);
  expect(slices).toBeGreaterThan(30);
  const id = library.transaction(() => {
    const made = library.insertRows('Prepared', pages);
    library.index.addDocument(made, entries);
    return made;
  });
  expect(library.index.verify()).toEqual({ pages: 31, problems: 0 });
  const [, ...prepared] = blocks();
  library.remove(id);
  library.index.purgeDeleted(Infinity);
  library.add('Prepared', pages);
  const [, ...direct] = blocks();
  expect(prepared.length).toBeGreaterThan(0);
  expect(direct).toEqual(prepared);
});

it('finishes what was not prepared', () => {
  const entries = library.index.prepareDocument('Half', ['A copper kettle.', 'An iron kettle.']);
  entries.work(0);
  const id = library.transaction(() => {
    const made = library.insertRows('Half', ['A copper kettle.', 'An iron kettle.']);
    library.index.addDocument(made, entries);
    return made;
  });
  expect(library.find('iron')).toEqual([`${id}:2`]);
});
