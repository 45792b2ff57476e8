import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SearchLibrary } from '../../helpers/search-library.ts';

let library: SearchLibrary;

beforeAll(async () => {
  library = await SearchLibrary.create();
  // Document 1, pages 1 to 5.
  library.add('Harbour papers', [
    'The governor met the dockers in the harbour office.',
    'Freedom of movement was promised, and freedom of speech was not.',
    'Speech by the governor: movement of goods, freedom for none.',
    'The governance board asked about a well-known docker on 04.08.2011.',
    'Silence in the harbour. A governor slept.',
  ]);
  library.note(1, 5, 'Compare with the lighthouse keeper');
});
afterAll(() => library.dispose());

describe('query language', () => {
  it.each([
    ['governor', [1, 3, 5]],
    ['governor harbour', [1, 2, 3, 4, 5]],
    ['+governor +harbour', [1, 3, 5]],
    ['+governor +body:harbour', [1, 5]],
    ['governor AND body:harbour', [1, 5]],
    ['+governor -speech', [1, 5]],
    ['governor AND NOT speech', [1, 5]],
    ['-governor', [2, 4]],
    ['NOT governor', [2, 4]],
    ['silence OR governance', [4, 5]],
    ['(silence OR governance)', [4, 5]],
    ['governor AND speech OR governance AND docker', [3, 4]],
    ['+governor -speech OR "freedom of speech"', [1, 2, 5]],
    ['NOT "freedom of speech" AND freedom', [3]],
    ['governor AND -speech', [1, 5]],
    ['-governor AND body:harbour', []],
    ['"harbour office" OR +silence', [1, 5]],
    ['+"freedom of movement" AND NOT governor OR silence', [2, 5]],
    ['title:harbour AND "governor slept" OR docker~1 AND NOT office', [4, 5]],
    ['"freedom of speech"', [2]],
    ['«freedom of speech»', [2]],
    ['"freedom speech"', []],
    ['-"freedom of speech" freedom', [3]],
    ['"freedom of movement" silence', [2, 5]],
    ['title:"harbour papers"', [1, 2, 3, 4, 5]],
    ['body:"harbour papers"', []],
    ['title:governor', []],
    ['body: governor', [1, 3, 5]],
    ['note:lighthouse', [5]],
    ['lighthouse', [5]],
    ['govern*', [1, 3, 4, 5]],
    ['governo*', [1, 3, 5]],
    ['*nance', [4]],
    ['go*or', [1, 3, 5]],
    ['*ver*or*', [1, 3, 5]],
    ['g**v*nce*', [4]],
    ['go*rn*rnor', []],
    ['govenor~1', [1, 3, 5]],
    ['gofernance~1', [4]],
    ['frredm~2', [2, 3]],
    ['well-known', [4]],
    ['known-well', []],
    ['04.08.2011', [4]],
    ['08.04.2011', []],
    ['zebra', []],
    ['governor^3 silence', [1, 3, 5]],
  ])('%s', (query, pages) => {
    const outcome = library.index.search(query, { limit: 50 });
    const found = outcome.documents.flatMap((document) => document.pages.map(({ page }) => page));
    expect(found.sort()).toEqual(pages);
    expect(outcome.total).toBe(pages.length);
    expect(outcome.notices).toEqual([]);
    expect(
      library.index
        .matchingPages(query)
        .map(({ page }) => page)
        .sort(),
    ).toEqual(pages);
  });

  it('answers a pattern of many stars at once, however long the words are', () => {
    const long = library.add('Long', ['a'.repeat(500)]);
    const pattern = `${'*a'.repeat(200)}*b*`;
    expect(library.index.search(pattern, { limit: 5 }).total).toBe(0);
    expect(library.index.search('*a'.repeat(200), { limit: 5 }).total).toBe(1);
    library.remove(long);
  });

  it('searches the commonest words of a pattern that nearly all match, and says so', () => {
    const letters = Array.from('abcdefghijklmnopqrst');
    const words = letters.flatMap((a) =>
      letters.flatMap((b) => letters.map((c) => `${a}${b}x${c}`)),
    );
    const wide = library.add('Wide', [words.join(' '), 'aaxa bbxb']);
    const outcome = library.index.search('*x*', { limit: 5 });
    expect(outcome.notices).toEqual([{ kind: 'too-wide', part: '*x*' }]);
    expect(outcome.total).toBe(2);
    expect(library.index.search('aax*', { limit: 5 }).notices).toEqual([]);
    library.remove(wide);
  });

  it.each([
    ['author:governor', [{ kind: 'unknown-field', part: 'author' }], [1, 3, 5]],
    ['place:"harbour office"', [{ kind: 'unknown-field', part: 'place' }], [1]],
    ['+', [{ kind: 'syntax', part: '+' }], []],
    ['governor - speech', [{ kind: 'syntax', part: '-' }], [1, 2, 3, 5]],
    ['+-governor', [{ kind: 'syntax', part: '+-governor' }], [1, 3, 5]],
    ['governor^', [{ kind: 'syntax', part: 'governor^' }], [1, 3, 5]],
    ['governor~', [{ kind: 'syntax', part: 'governor~' }], [1, 3, 5]],
    ['title:', [{ kind: 'syntax', part: 'title:' }], []],
    ['"harbour office', [{ kind: 'unclosed-quote', part: '"' }], [1, 2, 3, 4, 5]],
    ['office tag:', [{ kind: 'empty-facet', part: 'tag' }], [1]],
    ['governor OR', [{ kind: 'syntax', part: 'OR' }], [1, 3, 5]],
    ['AND governor', [{ kind: 'syntax', part: 'AND' }], [1, 3, 5]],
    ['governor AND (speech OR silence)', [{ kind: 'syntax', part: '(' }], [3, 5]],
    ['*', [{ kind: 'syntax', part: '*' }], []],
    ['the the', [{ kind: 'stop-words', part: 'the' }], []],
    ['the', [{ kind: 'stop-words', part: 'the' }], []],
    ['+the +silence', [{ kind: 'stop-words', part: 'the' }], [5]],
    ['10:30 silence', [], [5]],
    ['', [], []],
    ['  \n ', [], []],
    ['…!?', [{ kind: 'syntax', part: '…!?' }], []],
  ])('%s is answered and said', (query, notices, pages) => {
    const outcome = library.index.search(query, { limit: 50 });
    expect(outcome.notices).toEqual(notices);
    const found = outcome.documents.flatMap((document) => document.pages.map(({ page }) => page));
    expect(found.sort()).toEqual(pages);
  });

  it('never throws, whatever is typed', () => {
    const pieces = [
      '+',
      '-',
      '~',
      '^',
      '*',
      ':',
      '"',
      '\\',
      '«',
      '»',
      '(',
      'a',
      'ў',
      '2',
      ' ',
      'OR',
      '\u{1F600}',
      '\uD83D',
      "'",
      'title',
    ];
    let state = 7;
    const next = (below: number): number => {
      state = (state * 48271) % 2147483647;
      return state % below;
    };
    for (let round = 0; round < 1000; round += 1) {
      const query = Array.from({ length: 1 + next(8) }, () => pieces[next(pieces.length)]).join('');
      expect(() => library.index.search(query, { limit: 5 }), JSON.stringify(query)).not.toThrow();
    }
  });
});
