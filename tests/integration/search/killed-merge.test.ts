import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ANALYSIS_VERSION } from '../../../src/core/search/analysis/analyser.ts';
import { InventedWords } from '../../helpers/invented-words.ts';
import { PASSPHRASE, SearchLibrary } from '../../helpers/search-library.ts';

const SCRIPT = join(import.meta.dirname, '../../helpers/maintain-until-killed.ts');
let library: SearchLibrary;
beforeEach(async () => {
  library = await SearchLibrary.create();
});
afterEach(() => library.dispose());

async function killWhen(state: 'building' | 'dropped' | 'days'): Promise<void> {
  const child = spawn(process.execPath, [SCRIPT, library.library.folder, PASSPHRASE, state], {
    stdio: 'inherit',
  });
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
}

it.each(['building', 'dropped'] as const)(
  'loses nothing when it is killed in a merge with a segment %s, and goes on afterwards',
  async (state) => {
    const words = new InventedWords(11, 400);
    library.transaction(() => {
      for (let i = 0; i < 24; i += 1) {
        const pages = [1, 2].map(() => words.text('latin', 60));
        library.index.addDocument(library.insertRows(`Report ${i}`, pages));
      }
    });
    const before = library.index.search('report', { limit: 50 });
    library.close();
    await killWhen(state);
    await library.reopen();
    const states = library.library.database.prepare('SELECT state FROM search_segment').pluck();
    expect(states.all()).toContain(state);
    expect(library.index.verify()).toEqual({ pages: 48, problems: 0 });
    expect(library.index.search('report', { limit: 50 })).toEqual(before);
    while (library.index.maintain(1_000));
    expect(states.all().length).toBeLessThan(24);
    expect(new Set(states.all())).toEqual(new Set(['live']));
    expect(library.index.verify()).toEqual({ pages: 48, problems: 0 });
    expect(library.index.search('report', { limit: 50 })).toEqual(before);
  },
);

it.each(['building', 'dropped'] as const)(
  'indexes a library of an older analysis again while it stays searchable, through a kill with a segment %s',
  async (state) => {
    const words = new InventedWords(12, 300);
    library.transaction(() => {
      for (let i = 0; i < 12; i += 1) {
        const pages = [1, 2].map(() => words.text('russian', 60));
        library.index.addDocument(library.insertRows(`Report ${i}`, pages));
      }
    });
    const outdated = (): number =>
      Number(
        library.library.database
          .prepare('SELECT count(*) FROM search_document WHERE analysis_version < ?')
          .pluck()
          .get(ANALYSIS_VERSION),
      );
    const tokens = (): unknown[] =>
      library.library.database.prepare('SELECT token FROM search_segment').pluck().all();
    library.library.database
      .prepare('UPDATE search_document SET analysis_version = ?')
      .run(ANALYSIS_VERSION - 1);
    const before = library.index.search('report', { limit: 50 });
    const old = new Set(tokens());
    library.close();
    await killWhen(state);
    await library.reopen();
    expect(library.index.search('report', { limit: 50 })).toEqual(before);
    expect(library.index.verify()).toEqual({ pages: 24, problems: 0 });
    if (state === 'building') expect(outdated()).toBe(12);
    while (library.index.maintain(1_000));
    expect(outdated()).toBe(0);
    expect(tokens().filter((token) => old.has(token))).toEqual([]);
    expect(library.index.search('report', { limit: 50 })).toEqual(before);
    expect(library.index.verify()).toEqual({ pages: 24, problems: 0 });
  },
);

it('finds the days of an older library through a kill', async () => {
  const { index } = library;
  library.transaction(() => {
    for (let day = 1; day <= 6; day += 1) {
      index.addDocument(library.insertRows(`Log ${day}`, [`It was on ${day} August 2011.`]));
    }
  });
  library.library.database.exec('DELETE FROM search_date');
  library.close();
  await killWhen('days');
  await library.reopen();
  expect(library.find('mentions:2011').sort()).toEqual(['1:1', '2:1', '3:1']);
  while (library.index.maintain(1_000));
  expect(library.find('mentions:2011')).toHaveLength(6);
  expect(library.index.verify()).toEqual({ pages: 6, problems: 0 });
});
