/** Words of what was deleted leave the index in the same step, and nothing else does. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { putSetting } from '../../../src/core/library/queries/setting.ts';
import { InventedWords } from '../../helpers/invented-words.ts';
import { SearchLibrary } from '../../helpers/search-library.ts';

const NOTHING_LEFT = 60_000;

let library: SearchLibrary;
beforeEach(async () => {
  library = await SearchLibrary.create();
});
afterEach(() => library.dispose());

function column(sql: string): unknown[] {
  return library.library.database.prepare(sql).pluck().all();
}

const terms = (): unknown[] => column('SELECT term FROM search_term ORDER BY term');
const forms = (): unknown[] =>
  column(`SELECT form || '=' || coalesce(term, '?') FROM search_form
          LEFT JOIN search_term ON id = term_id ORDER BY 1`);
const spellings = (): unknown[] => column('SELECT DISTINCT spelling FROM search_name ORDER BY 1');

function setNote(documentId: number, passageId: number, before: string, after: string): void {
  library.transaction(() => {
    const { database } = library.library;
    database.prepare('UPDATE passage SET note = ? WHERE id = ?').run(after, passageId);
    library.index.documentChanged(documentId, [before]);
  });
}

/** Terms and forms, and the same of an index made anew from the pages. */
function expectLikeNew(): void {
  while (library.index.maintain(NOTHING_LEFT));
  expect(library.index.verify().problems).toBe(0);
  const found = [terms(), forms()];
  library.index.discard();
  while (library.index.maintain(NOTHING_LEFT));
  expect(found).toEqual([terms(), forms()]);
}

describe('forgetting', () => {
  it('takes the words of a deleted note out at once', () => {
    const id = library.add('Ledger', ['A quiet meadow.']);
    const note = 'Ask Kasimira Plotnik, whispering quietly of meadows';
    const passage = library.note(id, 1, note);
    expect(forms()).toContain('whispering=whisper');
    expect(spellings()).toEqual(['Kasimira', 'Ledger', 'Plotnik']);
    setNote(id, passage, note, '');
    expect(terms()).toEqual(['ledger', 'meadow', 'quiet']);
    expect(forms()).toEqual([]);
    expect(spellings()).toEqual(['Ledger']);
    expect(library.find('meadow')).toEqual([`${id}:1`]);
    expectLikeNew();
  });

  it('leaves no list from which a deleted note could be put together again', () => {
    const id = library.add('Ledger', ['The ferry met the miller at the mill.']);
    const other = library.add('Diary', ['A miller, a ferry, a mill.']);
    const passage = library.note(id, 1, 'mill ferry miller');
    library.transaction(() => library.index.removeDocument(other));
    setNote(id, passage, 'mill ferry miller', '');
    // One page is left, so a list names one page and no place of a note.
    const postings = column('SELECT DISTINCT hex(postings) FROM search_posting ORDER BY 1');
    expect(postings).toEqual(['000101' + '00', '010100' + '00'].sort());
  });

  it('keeps forms that stand elsewhere, and puts back what it took out too early', () => {
    const words = new InventedWords(4, 200);
    const ids = Array.from({ length: 12 }, (_, i) =>
      library.add(`Report ${i}`, [words.text('latin', 80), words.text('russian', 80)]),
    );
    while (library.index.maintain(NOTHING_LEFT));
    expect(forms().length).toBeGreaterThan(50);
    const note = words.text('russian', 60);
    const passage = library.note(ids[3] ?? 0, 1, note);
    setNote(ids[3] ?? 0, passage, note, words.text('russian', 5));
    library.remove(ids[7] ?? 0);
    expectLikeNew();
  });

  it('goes on in the next session when the library is closed in the middle of it', async () => {
    const words = new InventedWords(8, 200);
    for (let i = 0; i < 5; i += 1) library.add(`Report ${i}`, [words.text('russian', 80)]);
    const before = [terms(), forms()];
    expect(forms().length).toBeGreaterThan(50);
    const { database } = library.library;
    database.exec('DELETE FROM search_form WHERE term_id % 3 = 0');
    putSetting(database, 'search-forms-incomplete', '1');
    await library.reopen();
    expect([terms(), forms()]).not.toEqual(before);
    while (library.index.maintain(NOTHING_LEFT));
    expect([terms(), forms()]).toEqual(before);
    expect(column('SELECT key FROM setting')).toEqual([]);
  });

  it('forgets in the middle of a merge, too', () => {
    const words = new InventedWords(6, 3_000);
    const ids = Array.from({ length: 20 }, (_, i) =>
      library.add(`Report ${i} zelmarovitch${i}`, [words.text('russian', 500)]),
    );
    const states = (): unknown[] => column('SELECT DISTINCT state FROM search_segment');
    while (!states().includes('building')) library.index.maintain(0);
    library.index.maintain(0);
    expect(states()).toContain('building');
    for (const id of ids.slice(0, 10)) library.remove(id);
    expect(terms().filter((term) => /zelmarovitch\d$/.test(String(term)))).toEqual([]);
    expectLikeNew();
  });

  it('takes everything back when the deletion is rolled back', () => {
    const id = library.add('Ledger', ['A quiet meadow of Kasimira Plotnik, whispering.']);
    const before = [terms(), forms(), spellings()];
    expect(() =>
      library.transaction(() => {
        library.index.removeDocument(id);
        expect(terms()).toEqual([]);
        throw new Error('undone');
      }),
    ).toThrow('undone');
    expect([terms(), forms(), spellings()]).toEqual(before);
    expect(library.find('whispering')).toEqual([`${id}:1`]);
    expectLikeNew();
  });

  it('a half-typed word does not stay when the note is typed on', () => {
    const id = library.add('Ledger', ['A quiet meadow.']);
    const passage = library.note(id, 1, 'Zelmaro');
    setNote(id, passage, 'Zelmaro', 'Zelmarovitch');
    expect(terms()).toContain('zelmarovitch');
    expect(terms()).not.toContain('zelmaro');
  });
});
