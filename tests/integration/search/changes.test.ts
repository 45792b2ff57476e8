import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SearchLibrary } from '../../helpers/search-library.ts';

let library: SearchLibrary;
beforeEach(async () => {
  library = await SearchLibrary.create();
});
afterEach(() => library.dispose());

describe('an index that changes', () => {
  it('finds a document until it is removed', () => {
    const first = library.add('First', ['A ferry left the pier.']);
    const second = library.add('Second', ['The ferry came back.']);
    expect(library.find('ferry').sort()).toEqual([`${first}:1`, `${second}:1`]);
    library.remove(first);
    expect(library.find('ferry')).toEqual([`${second}:1`]);
    expect(library.find('pier')).toEqual([]);
    expect(library.find('pie*')).toEqual([]);
    expect(library.index.verify()).toEqual({ pages: 1, problems: 0 });
  });

  it('follows notes and titles', () => {
    const id = library.add('Ledger', ['First page.', 'Second page.']);
    const passage = library.note(id, 2, 'Ask the beekeeper');
    expect(library.find('beekeeper')).toEqual([`${id}:2`]);
    library.transaction(() => {
      library.library.database.prepare('UPDATE passage SET note = ? WHERE id = ?').run('', passage);
      library.index.documentChanged(id);
    });
    expect(library.find('beekeeper')).toEqual([]);
    library.transaction(() => {
      library.library.database.prepare('UPDATE source_document SET title = ?').run('Almanac');
      library.index.documentChanged(id);
    });
    expect(library.find('ledger')).toEqual([]);
    expect(library.find('almanac')).toEqual([`${id}:1`, `${id}:2`]);
    expect(library.index.verify()).toEqual({ pages: 2, problems: 0 });
  });

  it('forgets what a rollback undid, even when the same ids come again', () => {
    const before = library.add('Before', ['An orchard.']);
    const fail = (): void =>
      library.transaction(() => {
        const id = library.insertRows('Lost', ['A lantern in the orchard.']);
        library.index.addDocument(id);
        expect(library.find('lantern')).toEqual([`${id}:1`]);
        throw new Error('undone');
      });
    expect(fail).toThrow('undone');
    expect(library.find('lantern')).toEqual([]);
    const after = library.add('After', ['A windmill in the orchard.']);
    expect(library.find('lantern')).toEqual([]);
    expect(library.find('lanter*')).toEqual([]);
    expect(library.find('windmill')).toEqual([`${after}:1`]);
    expect(library.find('orchard').sort()).toEqual([`${before}:1`, `${after}:1`]);
    expect(library.index.verify()).toEqual({ pages: 2, problems: 0 });
  });

  it('brings a removed document back when the removal is rolled back', () => {
    const id = library.add('Kept', ['A granite quarry.']);
    const fail = (): void =>
      library.transaction(() => {
        library.index.removeDocument(id);
        expect(library.find('granite')).toEqual([]);
        throw new Error('undone');
      });
    expect(fail).toThrow('undone');
    expect(library.find('granite')).toEqual([`${id}:1`]);
  });

  it('is there after reopening', async () => {
    const id = library.add('Kept', ['A granite quarry.']);
    await library.reopen();
    expect(library.find('quarries')).toEqual([`${id}:1`]);
    expect(library.index.verify()).toEqual({ pages: 1, problems: 0 });
  });

  it('sees in verify what was changed behind its back', () => {
    const id = library.add('Kept', ['A granite quarry.', 'A slate quarry.']);
    library.insertRows('Not indexed', ['A chalk pit.']);
    library.library.database
      .prepare('UPDATE page SET text = ? WHERE document_id = ? AND number = 2')
      .run('A marble quarry.', id);
    expect(library.index.verify()).toEqual({ pages: 3, problems: 2 });
    library.library.database.prepare('DELETE FROM page WHERE document_id = ?').run(id);
    expect(library.index.verify()).toEqual({ pages: 1, problems: 3 });
  });

  it('gives honest totals beyond the limit and room to every document', () => {
    const long = library.add(
      'Ferry ledger',
      Array.from({ length: 40 }, () => 'The ferry ledger.'),
    );
    const short = library.add('Note', ['One ferry among many other ships of that long winter.']);
    const outcome = library.index.search('ferry', { limit: 10 });
    expect(outcome.total).toBe(41);
    expect(
      outcome.documents.map(({ documentId, pages, totalPages }) => [
        documentId,
        pages.length,
        totalPages,
      ]),
    ).toEqual([
      [long, 9, 40],
      [short, 1, 1],
    ]);
    expect(library.index.matchingPages('ferry')).toHaveLength(41);
  });
});
