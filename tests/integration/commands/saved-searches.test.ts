/** Saved searches are commands that can be undone; recent ones are kept as long as the person wants. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createCommandStack, type CommandStack } from '../../../src/core/commands/command-stack.ts';
import {
  forgetQueries,
  readSearchBook,
  rememberQuery,
} from '../../../src/core/library/queries/saved-search.ts';
import { changeSettings, readSettings } from '../../../src/core/library/settings.ts';
import { tracesAreDue } from '../../../src/core/library/traces.ts';
import { ALL_SPELLINGS } from '../../../src/shared/domain/search.ts';
import { SearchLibrary } from '../../helpers/search-library.ts';

let library: SearchLibrary;
let stack: CommandStack;

beforeAll(async () => {
  library = await SearchLibrary.create();
});
afterAll(() => library.dispose());
beforeEach(() => {
  library.library.database.exec('DELETE FROM saved_search; DELETE FROM recent_search');
  stack = createCommandStack(library.library.database, () => undefined);
});

const choice = { spellings: true, withoutSpellings: ['kourt'] };
const saved = (): string[] =>
  readSearchBook(library.library.database).saved.map(({ name }) => name);
const recent = (): readonly string[] => readSearchBook(library.library.database).recent;
const save = (name: string): void => {
  const search = { query: 'court lang:be', order: 'newest', choice } as const;
  stack.run({ kind: 'saved-search.create', name, search });
};

it('is kept with its order and spellings', () => {
  save('Courts');
  expect(readSearchBook(library.library.database).saved).toEqual([
    { id: 1, name: 'Courts', query: 'court lang:be', order: 'newest', choice },
  ]);
});

it('is renamed and deleted, and each is taken back', () => {
  save('Courts');
  stack.run({ kind: 'saved-search.rename', id: 1, name: 'All courts' });
  expect(saved()).toEqual(['All courts']);
  const { words } = stack.run({ kind: 'saved-search.delete', id: 1 });
  expect([saved(), words.name]).toEqual([[], 'All courts']);
  stack.undo();
  stack.undo();
  expect(saved()).toEqual(['Courts']);
  stack.undo();
  expect(saved()).toEqual([]);
  stack.redo();
  expect(saved()).toEqual(['Courts']);
});

it('has a name of its own', () => {
  save('Courts');
  expect(() => save('COURTS ')).toThrow(/name-taken/u);
  save('Bailiffs');
  expect(saved()).toEqual(['Bailiffs', 'Courts']);
  expect(() => stack.run({ kind: 'saved-search.rename', id: 2, name: 'courts' })).toThrow(
    /name-taken/u,
  );
  expect(() => stack.run({ kind: 'saved-search.delete', id: 77 })).toThrow(/not-found/u);
});

it('what cannot be read of a saved search is as usual', () => {
  save('Courts');
  library.library.database.exec(`UPDATE saved_search SET sort_order = 'later', spellings = '[]'`);
  expect(readSearchBook(library.library.database).saved[0]).toMatchObject({
    order: 'relevance',
    choice: ALL_SPELLINGS,
  });
});

it('the latest recent search comes first, and old ones go', () => {
  const { database } = library.library;
  for (let number = 1; number <= 25; number += 1) rememberQuery(database, `query ${number}`);
  rememberQuery(database, 'query 10');
  expect(recent()).toHaveLength(20);
  expect(recent().slice(0, 3)).toEqual(['query 10', 'query 25', 'query 24']);
});

it('recent searches are forgotten one by one, all at once, and by the setting', () => {
  const { database } = library.library;
  for (const query of ['a', 'b', 'c']) rememberQuery(database, query);
  forgetQueries(database, 'b');
  expect(recent()).toEqual(['c', 'a']);
  expect(tracesAreDue(database, 'library')).toBe(true);
  forgetQueries(database, null);
  expect(recent()).toEqual([]);
  rememberQuery(database, 'd');
  changeSettings(database, { recentSearches: false });
  expect([recent(), readSettings(database).recentSearches]).toEqual([[], false]);
  changeSettings(database, { recentSearches: true });
  expect(readSettings(database).recentSearches).toBe(true);
});
