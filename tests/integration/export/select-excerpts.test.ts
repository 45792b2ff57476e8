import { beforeEach, describe, expect, it } from 'vitest';
import { createCommandStack, type CommandStack } from '../../../src/core/commands/command-stack.ts';
import { selectExcerpts } from '../../../src/core/export/select-excerpts.ts';
import type { OpenLibrary } from '../../../src/core/library/library.ts';
import { openSearchIndex } from '../../../src/core/search/open-search-index.ts';
import type { SearchIndex } from '../../../src/core/search/search-index.ts';
import type { ExcerptSelection } from '../../../src/shared/domain/excerpt.ts';
import type { LabelTarget } from '../../../src/shared/domain/command.ts';
import { failureOf } from '../../../src/shared/failure.ts';
import { anchorOf, storeDocument } from '../../helpers/stored-document.ts';
import { temporaryLibrary } from '../../helpers/temporary-library.ts';

const DIARY = 'The lorries came at nine. We counted forty people on the bridge.';
const LETTER = 'He writes that the cell was cold. The bridge was closed that night.';

let library: OpenLibrary;
let search: SearchIndex;
let stack: CommandStack;
let diary: number;
let letter: number;

beforeEach(async () => {
  library = await temporaryLibrary();
  search = openSearchIndex(library.database);
  stack = createCommandStack(library.database, () => undefined);
  diary = storeDocument(library.database, 'Diary', [DIARY, 'Nothing else was written.']);
  letter = storeDocument(library.database, 'Letter', [LETTER]);
  library.database.transaction(() => {
    search.addDocument(diary);
    search.addDocument(letter);
  })();
});

function mark(documentId: number, text: string, quote: string, labels: LabelTarget[] = []): number {
  const made = stack.run({
    kind: 'passage.create',
    documentId,
    anchor: anchorOf(text, quote),
    colour: 'yellow',
    note: '',
    labels,
  });
  return made.passageIds[0] ?? 0;
}

function quotes(selection: ExcerptSelection): string[] {
  return selectExcerpts(library.database, search, selection).map(({ quote }) => quote);
}

describe('the excerpts of a selection', () => {
  it('come by document and in reading order, with all they are tied to', () => {
    mark(letter, LETTER, 'the cell was cold', [{ kind: 'case', id: null, name: 'Tolvan' }]);
    mark(diary, DIARY, 'forty people', [
      { kind: 'tag', id: null, name: 'number' },
      { kind: 'tag', id: null, name: 'crowd' },
    ]);
    mark(diary, DIARY, 'The lorries');
    expect(quotes({ kind: 'all' })).toEqual(['The lorries', 'forty people', 'the cell was cold']);
    expect(selectExcerpts(library.database, search, { kind: 'all' })[1]).toMatchObject({
      documentTitle: 'Diary',
      pageLabel: '1',
      tags: ['crowd', 'number'],
      cases: [],
    });
  });

  it('of a tag include those of the tags below it', () => {
    const top = stack.run({
      kind: 'tag.create',
      fields: { name: 'Custody', parentId: null, colour: null },
    }).label;
    const below = stack.run({
      kind: 'tag.create',
      fields: { name: 'Conditions', parentId: top?.id ?? null, colour: null },
    }).label;
    mark(letter, LETTER, 'cold', [{ kind: 'tag', id: below?.id ?? 0 }]);
    mark(diary, DIARY, 'nine');
    expect(quotes({ kind: 'tag', id: top?.id ?? 0 })).toEqual(['cold']);
  });

  it('of a search are those on the pages it finds', () => {
    mark(letter, LETTER, 'the cell was cold');
    mark(diary, DIARY, 'forty people');
    expect(quotes({ kind: 'search', query: 'lorries' })).toEqual(['forty people']);
    expect(quotes({ kind: 'search', query: 'bridge' })).toEqual([
      'forty people',
      'the cell was cold',
    ]);
    expect(quotes({ kind: 'search', query: 'submarine' })).toEqual([]);
  });

  it('of a label that is gone are an error, not an empty file', () => {
    let kind = 'none';
    try {
      quotes({ kind: 'case', id: 999 });
    } catch (error) {
      kind = failureOf(error).kind;
    }
    expect(kind).toBe('not-found');
  });
});
