import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SearchLibrary } from '../../helpers/search-library.ts';

let library: SearchLibrary;

beforeAll(async () => {
  library = await SearchLibrary.create();
  library.add('Statement', ['The guards closed the bridge. Ірга.', 'The bridge was open again.']);
  library.add('Заявление', ['Охранники закрыли мост и ушли.']);
  library.add('Заява', ['Ахоўнікі зачынілі мост і пайшлі.']);
  const { database } = library.library;
  database.prepare(`UPDATE source_document SET kind = 'pdf' WHERE id = 1`).run();
  const first = library.note(1, 2, 'first');
  const second = library.note(3, 1, 'second');
  database.exec(`
    INSERT INTO tag (id, parent_id, name, folded_name, used_at)
      VALUES (1, NULL, 'Movement', 'movement', ''), (2, 1, 'Closed Roads', 'closed roads', '');
    INSERT INTO case_file (id, title, folded_title, used_at) VALUES (1, 'Bridge of Marlin', 'bridge of marlin', '');
    INSERT INTO case_event (id, title, used_at) VALUES (1, 'Closure of the Bridge', '');
    INSERT INTO passage_tag VALUES (${first}, 1), (${second}, 2);
    INSERT INTO passage_case VALUES (${first}, 1);
    INSERT INTO passage_event VALUES (${second}, 1);
  `);
});
afterAll(() => library.dispose());

describe('facets in a query', () => {
  it.each([
    ['lang:be', ['3:1']],
    ['lang:be lang:ru', ['2:1', '3:1']],
    ['lang:ru OR lang:be', ['2:1', '3:1']],
    ['мост lang:ru', ['2:1']],
    ['мост AND lang:ru', ['2:1']],
    ['мост NOT lang:ru', ['3:1']],
    ['мост -lang:ru', ['3:1']],
    ['kind:pdf', ['1:1', '1:2']],
    ['kind:pdf again', ['1:2']],
    ['kind:text lang:en', []],
    ['tag:movement', ['1:2', '3:1']],
    ['tag:"closed roads"', ['3:1']],
    ['tag:MOVEMENT lang:en', ['1:2']],
    ['-tag:movement', ['1:1', '2:1']],
    ['case:"Bridge of Marlin"', ['1:2']],
    ['case: "bridge of marlin" bridge', ['1:2']],
    ['event:"closure of the bridge" мост', ['3:1']],
    ['tag:unknown', []],
  ])('%s', (query, pages) => {
    const outcome = library.index.search(query, { limit: 50 });
    expect(library.find(query).sort()).toEqual(pages);
    expect(outcome.total).toBe(pages.length);
    expect(outcome.notices).toEqual([]);
  });
});
