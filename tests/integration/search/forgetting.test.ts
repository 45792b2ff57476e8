/** Words of what was deleted leave the index before the library is closed, and nothing else does. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tracesAreDue } from '../../../src/core/library/traces.ts';
import { indexedWords, type IndexedWords } from '../../helpers/indexed-words.ts';
import { InventedWords } from '../../helpers/invented-words.ts';
import { SearchLibrary } from '../../helpers/search-library.ts';

let library: SearchLibrary;
beforeEach(async () => {
  library = await SearchLibrary.create();
});
afterEach(() => library.dispose());

/** What is in the index after a purge; it must be what an index made anew would have. */
function left(): IndexedWords {
  while (library.index.purgeDeleted(0));
  const found = indexedWords(library.library.database);
  expect(library.index.verify().problems).toBe(0);
  library.index.discard();
  while (library.index.maintain(1_000));
  expect(indexedWords(library.library.database)).toEqual(found);
  return found;
}

function words(): string[] {
  const { terms, forms, names } = indexedWords(library.library.database);
  return [...terms, ...forms, ...names];
}

/** Joins what is there into one segment, so that a removed page shares its blocks with others. */
function merge(): void {
  while (library.index.maintain(1_000));
}

function setNote(documentId: number, passageId: number, note: string): void {
  library.transaction(() => {
    const { database } = library.library;
    database.prepare('UPDATE passage SET note = ? WHERE id = ?').run(note, passageId);
    library.index.documentChanged(documentId);
  });
}

const STAYS = 'The ferry left the pier and whispered of winter.';

function addSome(): number[] {
  return Array.from({ length: 12 }, (_, i) => library.add(`Log ${i}`, [STAYS, STAYS]));
}

it('takes the words of a deleted note out, forms and names too', () => {
  const id = library.add('Ledger', ['A quiet meadow.']);
  const passage = library.note(id, 1, 'Ask Kasimira Plotnik, whispering quietly of meadows');
  expect(words()).toEqual(expect.arrayContaining(['whispering', 'plotnik', 'Plotnik']));
  setNote(id, passage, '');
  expect(left()).toEqual({ terms: ['ledger', 'meadow', 'quiet'], forms: [], names: ['Ledger'] });
  expect(library.find('meadow')).toEqual([`${id}:1`]);
});

it('takes the words of a removed document out that shares a segment with others', () => {
  addSome();
  const gone = library.add('Secret', ['Kasimira Plotnik whispering at the ferries.']);
  merge();
  expect(words()).toEqual(expect.arrayContaining(['plotnik', 'whispering', 'Kasimira']));
  library.remove(gone);
  expect(tracesAreDue(library.library.database, 'library')).toBe(false);
  const { terms, forms, names } = left();
  expect(terms).not.toContain('plotnik');
  expect(names).not.toContain('Plotnik');
  // Its term stays, because another form of it does.
  expect(forms).not.toContain('whispering');
  expect(terms).toContain('whisper');
  expect(library.find('ferry', 50)).toHaveLength(24);
  // What SQLite leaves in corners of the file goes when it is written anew.
  expect(tracesAreDue(library.library.database, 'library')).toBe(true);
});

it('takes the words of a former note and of a former title out', () => {
  const [id = 0] = addSome();
  merge();
  const passage = library.note(id, 2, 'Ask Zmitrok about the lighthouses');
  merge();
  setNote(id, passage, 'Ask nobody');
  library.transaction(() => {
    const { database } = library.library;
    database.prepare('UPDATE source_document SET title = ? WHERE id = ?').run('Harbour', id);
    library.index.documentChanged(id);
  });
  const { terms } = left();
  expect(terms).toEqual(expect.arrayContaining(['nobodi', 'harbour', '11']));
  for (const gone of ['zmitrok', 'lighthous', '0']) expect(terms).not.toContain(gone);
});

it('does nothing when a page only got its first note', () => {
  const [id = 0] = addSome();
  merge();
  const tokens = library.library.database.prepare('SELECT token FROM search_segment').pluck();
  const before = tokens.all();
  library.note(id, 1, 'Compare with the almanac');
  expect(library.index.purgeDeleted(Infinity)).toBe(false);
  expect(tokens.all()).toEqual(expect.arrayContaining(before));
  expect(library.find('almanac')).toEqual([`${id}:1`]);
});

it('a half-typed word does not stay when the note is typed on', () => {
  const id = library.add('Ledger', ['A quiet meadow.']);
  const passage = library.note(id, 1, 'Zelmaro');
  setNote(id, passage, 'Zelmarovitch');
  const { terms } = left();
  expect(terms).toContain('zelmarovitch');
  expect(terms).not.toContain('zelmaro');
});

it('keeps all that stands elsewhere', () => {
  const invented = new InventedWords(4, 200);
  const ids = Array.from({ length: 12 }, (_, i) =>
    library.add(`Report ${i}`, [invented.text('latin', 80), invented.text('russian', 80)]),
  );
  merge();
  const note = library.note(ids[3] ?? 0, 1, invented.text('russian', 60));
  setNote(ids[3] ?? 0, note, invented.text('russian', 5));
  library.remove(ids[7] ?? 0);
  expect(left().forms.length).toBeGreaterThan(50);
});

it('goes on in the next session', async () => {
  addSome();
  const gone = library.add('Secret', ['Kasimira hid in the boathouse.']);
  merge();
  library.remove(gone);
  expect(library.index.purgeDeleted(0)).toBe(true);
  await library.reopen();
  expect(words()).toContain('kasimira');
  expect(left().terms).not.toContain('kasimira');
});

it.each(['building', 'dropped'])('forgets in the middle of a merge, with a segment %s', (state) => {
  const gone = library.add('Secret', ['Kasimira hid in the boathouse.']);
  addSome();
  const isThere = library.library.database.prepare('SELECT 1 FROM search_segment WHERE state = ?');
  while (isThere.get(state) === undefined) expect(library.index.maintain(0)).toBe(true);
  library.remove(gone);
  expect(words()).toContain('kasimira');
  expect(left().terms).not.toContain('kasimira');
});

it('takes everything back when the deletion is rolled back', () => {
  const id = library.add('Ledger', ['A quiet meadow of Kasimira Plotnik, whispering.']);
  const before = indexedWords(library.library.database);
  expect(() =>
    library.transaction(() => {
      library.index.removeDocument(id);
      throw new Error('undone');
    }),
  ).toThrow('undone');
  expect(left()).toEqual(before);
  expect(library.find('whispering')).toEqual([`${id}:1`]);
});
