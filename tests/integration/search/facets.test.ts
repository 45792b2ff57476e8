import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SearchLibrary } from '../../helpers/search-library.ts';

let library: SearchLibrary;

beforeAll(async () => {
  library = await SearchLibrary.create();
  library.add('Statement', ['The guards closed the bridge. Ірга.', 'The bridge was open again.']);
  library.add('Заявление', ['Охранники закрыли мост и ушли.']);
  library.add('Заява', ['Ахоўнікі зачынілі мост і пайшлі.']);
  const { database } = library.library;
  database.prepare(`UPDATE source_document SET kind = 'pdf', format = 'pdf' WHERE id = 1`).run();
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
  ])('%s', (query, pages) => {
    const outcome = library.index.search(query, { limit: 50 });
    expect(library.find(query).sort()).toEqual(pages);
    expect(outcome.total).toBe(pages.length);
    expect(outcome.notices).toEqual([]);
  });
});

describe('more facets', () => {
  beforeAll(() => {
    const { database } = library.library;
    const id = library.add('Memo', [
      'On 4 August 2011 the bridge was shut.',
      'Opened in December 2012. Repaired since 2011.',
    ]);
    database
      .prepare(
        `UPDATE source_document SET publisher = 'Marlin Bridge Society', date = '2011-09~',
                source_url = 'https://www.marlin.example/memo', reliability = 'doubtful' WHERE id = ?`,
      )
      .run(id);
    database.prepare(`UPDATE source_document SET date = '2009/2010' WHERE id = 1`).run();
    database.prepare(`INSERT INTO document_alias VALUES (1, 'Copy of it.txt', '')`).run();
  });

  it.each([
    ['date:2011', ['4:1', '4:2']],
    ['date:2010..2012', ['1:1', '1:2', '4:1', '4:2']],
    ['date:..2009', ['1:1', '1:2']],
    ['date:2011-10..', []],
    ['bridge -date:2010', ['4:1']],
    ['source:marlin.example', ['4:1', '4:2']],
    ['source:"marlin bridge society" bridge', ['4:1']],
    ['source:marlin*', ['4:1', '4:2']],
    ['source:*copy*', ['1:1', '1:2']],
    ['source:memo', ['4:1', '4:2']],
    ['reliability:doubtful', ['4:1', '4:2']],
    ['mentions:2011', ['4:1', '4:2']],
    ['mentions:2011-08', ['4:1']],
    ['mentions:2011-01..2011-11', ['4:1']],
    ['mentions:2010-06..', ['4:1', '4:2']],
    ['mentions:2011-08..2012', ['4:1', '4:2']],
    ['mentions:2012-12-24', ['4:2']],
    ['mentions:2013', []],
    ['bridge mentions:2012', []],
  ])('%s', (query, pages) => {
    const outcome = library.index.search(query, { limit: 50 });
    expect(library.find(query).sort()).toEqual(pages);
    expect(outcome.notices).toEqual([]);
  });

  it.each([
    ['tag:unknown', 'unknown-value', 'tag:unknown', 0],
    ['bridge kind:papyrus', 'unknown-value', 'kind:papyrus', 0],
    ['lang:zz', 'unknown-value', 'lang:zz', 0],
    ['source:nobody bridge', 'unknown-value', 'source:nobody', 0],
    ['bridge date:soon', 'no-date', 'date:soon', 3],
    ['bridge mentions:2011-31', 'no-date', 'mentions:2011-31', 3],
    ['mentions:2012..2011', 'no-date', 'mentions:2012..2011', 0],
  ])('says what was not understood of %s', (query, kind, part, total) => {
    const outcome = library.index.search(query, { limit: 50 });
    expect(outcome.notices).toEqual([{ kind, part }]);
    expect(outcome.total).toBe(total);
  });
});

describe('counts of facets', () => {
  const counts = (query: string, facet: string): Record<string, number> =>
    Object.fromEntries(
      library.index
        .facets(query)
        .groups.find((group) => group.facet === facet)
        ?.values.map(({ name, documents }) => [name, documents]) ?? [],
    );

  it('are documents of the hits, a document once', () => {
    expect(library.index.facets('bridge').documents).toBe(2);
    expect(counts('bridge', 'kind')).toEqual({ pdf: 1, text: 1 });
    expect(counts('bridge', 'source')).toEqual({ 'Marlin Bridge Society': 1 });
    expect(counts('bridge', 'reliability')).toEqual({ doubtful: 1 });
    expect(counts('мост', 'lang')).toEqual({ be: 1, ru: 1 });
  });

  it('count a tag with those below it, on pages that match', () => {
    expect(counts('мост bridge', 'tag')).toEqual({ Movement: 2, 'Closed Roads': 1 });
    expect(counts('guards', 'tag')).toEqual({});
    expect(counts('bridge', 'case')).toEqual({ 'Bridge of Marlin': 1 });
  });

  it('tell what choosing another value would add', () => {
    expect(counts('мост lang:be', 'lang')).toEqual({ be: 1, ru: 1 });
    expect(counts('мост lang:be', 'tag')).toEqual({ Movement: 1, 'Closed Roads': 1 });
    const [lang] = library.index.facets('мост lang:be -kind:pdf').groups;
    expect(lang?.values[0]).toEqual({ value: 'be', name: 'be', documents: 1, chosen: 'with' });
    const kinds = library.index
      .facets('мост -kind:pdf')
      .groups.find(({ facet }) => facet === 'kind');
    expect(kinds?.values[0]).toMatchObject({ value: 'pdf', documents: 0, chosen: 'without' });
  });

  it('are drawn by year, and by month of the year that was chosen', () => {
    const bars = (query: string): number[][] =>
      (library.index.facets(query).days.find(({ facet }) => facet === 'mentions')?.rows ?? []).map(
        (row) => row.map(({ documents }) => documents),
      );
    expect(bars('kind:text')).toEqual([[1, 1]]);
    expect(bars('bridge')).toEqual([[1]]);
    expect(bars('kind:text mentions:2011')).toEqual([
      [1, 1],
      [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0],
    ]);
  });
});
