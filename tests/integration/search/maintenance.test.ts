import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { indexedWords } from '../../helpers/indexed-words.ts';
import { InventedWords } from '../../helpers/invented-words.ts';
import { SearchLibrary } from '../../helpers/search-library.ts';

let library: SearchLibrary;
beforeEach(async () => {
  library = await SearchLibrary.create();
});
afterEach(() => library.dispose());

const NOTHING_LEFT = 60_000;

function count(table: string): number {
  return Number(library.library.database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
}

function addMany(documents: number, seed: number): number[] {
  const words = new InventedWords(seed, 300);
  return library.transaction(() =>
    Array.from({ length: documents }, (_, index) => {
      const language = words.language();
      const pages = [1, 2].map(() => words.text(language, 40));
      const id = library.insertRows(`${words.text(language, 2)} ${index}`, pages);
      library.index.addDocument(id);
      return id;
    }),
  );
}

/** Everything a search answers for some queries, to be compared before and after. */
function answers(): unknown[] {
  const words = new InventedWords(5, 300);
  return Array.from({ length: 20 }, () => {
    const query = `${words.word('latin')} "${words.text('russian', 2)}" ${words.word('belarusian').slice(0, 2)}*`;
    return library.index.search(query, { limit: 20 });
  });
}

describe('maintain', () => {
  it('merges small segments without changing an answer', () => {
    addMany(70, 5);
    const before = answers();
    expect(count('search_segment')).toBe(70);
    expect(library.index.maintain(NOTHING_LEFT)).toBe(false);
    expect(count('search_segment')).toBeLessThan(16);
    expect(answers()).toEqual(before);
    expect(library.index.verify()).toEqual({ pages: 140, problems: 0 });
  });

  it('goes on where it stopped, with documents added and removed between its slices', async () => {
    const first = addMany(40, 5);
    expect(library.index.maintain(0)).toBe(true);
    const removed: number[] = [];
    for (let step = 0; library.index.maintain(0); step += 1) {
      const id = first[step * 3];
      if (step % 2 === 0 && id !== undefined && step < 20) {
        library.remove(id);
        removed.push(id);
      }
      if (step === 5) library.note(first[1] ?? 0, 2, 'added in the middle of a merge');
      if (step === 6) await library.reopen();
    }
    expect(removed.length).toBeGreaterThan(3);
    expect(library.find('middle')).toEqual([`${first[1]}:2`]);
    expect(library.index.verify()).toEqual({ pages: 80 - removed.length * 2, problems: 0 });
  });

  it('leaves no word of a removed document in the dictionary', () => {
    const kept = library.add('Kept', ['A quiet meadow.']);
    const gone = library.add('Gone', ['Kasimira Plotnik hid in the meadow, whispering quietly.']);
    library.remove(gone);
    library.index.maintain(NOTHING_LEFT);
    expect(indexedWords(library.library.database)).toEqual({
      terms: ['kept', 'meadow', 'quiet'],
      forms: [],
      names: ['Kept'],
    });
    expect(library.find('meadow')).toEqual([`${kept}:1`]);
  });

  it('indexes what is missing, and everything again after discard', () => {
    const id = library.insertRows('Late', ['A copper kettle.']);
    library.add('Early', ['An iron kettle.']);
    expect(library.find('copper')).toEqual([]);
    library.index.maintain(NOTHING_LEFT);
    expect(library.find('copper')).toEqual([`${id}:1`]);
    library.index.discard();
    expect(library.find('kettle')).toEqual([]);
    library.index.maintain(NOTHING_LEFT);
    expect(library.find('kettle')).toHaveLength(2);
    expect(library.index.verify()).toEqual({ pages: 2, problems: 0 });
  });

  it('indexes documents of an older analysis again', () => {
    library.add('Old', ['A wooden kettle.']);
    library.library.database.prepare('UPDATE search_document SET analysis_version = 0').run();
    expect(library.index.maintain(NOTHING_LEFT)).toBe(false);
    expect(library.find('kettle')).toHaveLength(1);
    expect(count('search_segment')).toBe(1);
    expect(library.index.verify()).toEqual({ pages: 1, problems: 0 });
  });
});
