/** Days that pages mention are stored with the document, go with it, and are found again where they are missing. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SearchLibrary } from '../../helpers/search-library.ts';

let library: SearchLibrary;

beforeEach(async () => {
  library = await SearchLibrary.create();
});
afterEach(() => library.dispose());

const rows = (): number =>
  Number(library.library.database.prepare('SELECT count(*) FROM search_date').pluck().get());

it('go with their document, and come back with it', () => {
  const id = library.add('Log', ['Nothing.', 'Shut on 4 August 2011.']);
  expect(library.find('mentions:2011')).toEqual([`${id}:2`]);
  library.transaction(() => library.index.removeDocument(id));
  expect(rows()).toBe(0);
  library.transaction(() => library.index.addDocument(id));
  expect(library.find('mentions:2011-08-04')).toEqual([`${id}:2`]);
});

it('are not stored when the import of the document fails', () => {
  const id = library.add('Log', ['Shut on 4 August 2011.']);
  expect(() =>
    library.transaction(() => {
      library.index.removeDocument(id);
      throw new Error('disk full');
    }),
  ).toThrow('disk full');
  expect(library.find('mentions:2011')).toEqual([`${id}:1`]);
});

it('are found in a library that has none, document by document, also after it was closed midway', async () => {
  const ids = ['4 August 2011', 'May 2012', 'no day'].map((text, at) =>
    library.add(`${at}`, [text]),
  );
  const { database } = library.library;
  database.exec('DELETE FROM search_date');
  // An older finder found something else there.
  database.prepare(`INSERT INTO search_date VALUES (?, 0, 20010101, 20010101, x'')`).run(ids[0]);
  expect(library.index.verify().problems).toBe(0);
  while (library.index.maintain(0) && rows() < 2);
  await library.reopen();
  while (library.index.maintain(0));
  expect(rows()).toBe(3);
  expect(library.find('mentions:2011..2012').sort()).toEqual([`${ids[0]}:1`, `${ids[1]}:1`]);
  expect(library.index.verify()).toEqual({ pages: 3, problems: 0 });
});

it('are checked against the pages, and made anew with the index', () => {
  library.add('Log', ['Shut on 4 August 2011.']);
  const { database } = library.library;
  database.exec(`UPDATE search_date SET dates = x'0101030d0100'`);
  database.exec(`INSERT INTO search_date VALUES (77, 1, NULL, NULL, x'')`);
  expect(library.index.verify().problems).toBe(2);
  library.index.discard();
  while (library.index.maintain(100));
  expect(library.index.verify().problems).toBe(0);
  expect(library.find('mentions:2011')).toEqual(['1:1']);
});
