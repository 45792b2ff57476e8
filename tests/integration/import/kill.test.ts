/** After kill -9 at any moment the library is sound, holds whole documents only, and the import goes on where it was. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runBatch, toLine } from '../../../src/core/import/import-batch.ts';
import { nodePdfExtractor } from '../../../src/core/import/node-pdf-extractor.ts';
import { openLibrary, type OpenLibrary } from '../../../src/core/library/library.ts';
import { getPages, listDocuments } from '../../../src/core/library/queries/document.ts';
import { listBatches, listItems } from '../../../src/core/library/queries/import-batch.ts';
import { openSearchIndex } from '../../../src/core/search/open-search-index.ts';
import { collect } from '../../fixtures/import/import-session.ts';
import { makePdf } from '../../fixtures/import/make-pdf.ts';
import { newLibrary, PASSPHRASE, temporaryFolder } from '../../helpers/temporary-library.ts';

const CHILD = fileURLToPath(new URL('../../fixtures/import/import-and-die.ts', import.meta.url));

/** Phase, documents that must be there, half written originals that must be there. */
const PHASES = [
  ['before-hash', 1, 0],
  ['storing', 1, 1],
  ['stored', 1, 0],
  ['extraction', 1, 0],
  ['transaction', 1, 0],
  ['indexed', 1, 0],
  ['committed', 2, 0],
] as const;

async function run(args: readonly string[]): Promise<NodeJS.Signals | number | null> {
  const child = spawn(process.execPath, [CHILD, ...args], { stdio: 'ignore' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => resolve(signal ?? status));
  });
}

/** Whole documents, an index that agrees with them, and as many outcomes as documents say. */
function expectSound({ database, originals }: OpenLibrary): void {
  for (const { id, pages, sha256, size } of listDocuments(database)) {
    expect(getPages(database, id, 1, Infinity)).toHaveLength(pages);
    expect(originals.read(sha256, 0, size)).toHaveLength(size);
  }
  expect(openSearchIndex(database).verify().problems).toBe(0);
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
}

async function emptyLibrary(): Promise<string> {
  const place = join(temporaryFolder(), 'Test.kartoteka');
  (await newLibrary(place)).close();
  return place;
}

describe('kill -9', () => {
  it.each(PHASES)('in phase «%s»', { timeout: 120_000 }, async (phase, documents, halves) => {
    const files = temporaryFolder();
    writeFileSync(join(files, '1.txt'), 'The first statement from Orvel Bay.');
    const pdf = await makePdf({ pages: ['The second statement,\nabout the ferry.', 'Its end.'] });
    writeFileSync(join(files, '2.pdf'), pdf);
    writeFileSync(join(files, '3.txt'), 'The third statement.');
    const place = await emptyLibrary();

    expect(await run([place, PASSPHRASE, phase, files])).toBe('SIGKILL');

    const library = await openLibrary(place, PASSPHRASE);
    try {
      const { database, originals } = library;
      expect(listDocuments(database)).toHaveLength(documents);
      expectSound(library);
      expect(originals.sweep()).toBe(halves);
      expect(originals.sweep()).toBe(0);
      expect(listBatches(database)).toMatchObject([
        { state: 'running', done: documents, total: 3 },
      ]);

      const search = openSearchIndex(database);
      const dependencies = { library, search, extractor: nodePdfExtractor() };
      await runBatch(dependencies, 1, {
        signal: new AbortController().signal,
        onFile: () => undefined,
        onProgress: () => undefined,
      });
      const kinds = listItems(database, 1).map((item) => toLine(item).outcome.kind);
      expect(kinds).toEqual(['imported', 'imported', 'imported']);
      expect(listBatches(database)).toMatchObject([{ state: 'done', done: 3, total: 3 }]);
      expect(listDocuments(database)).toHaveLength(3);
      expect(search.search('ferry', { limit: 5 }).total).toBe(1);
      expectSound(library);
    } finally {
      library.close();
    }
  });

  it(
    'at random moments, again and again: everything is imported once',
    { timeout: 300_000 },
    async () => {
      const files = temporaryFolder();
      const names: string[] = [];
      for (let index = 0; index < 24; index += 1) {
        const isPdf = index % 4 === 0;
        const words = `Statement ${index} about the ferry to Orvel Bay. `.repeat(1 + index * 20);
        const name = `${String(index).padStart(2, '0')}.${isPdf ? 'pdf' : 'txt'}`;
        const pages = Array.from(
          { length: 5 },
          (_, page) => `Page ${page} of ${words.slice(0, 80)}`,
        );
        writeFileSync(join(files, name), isPdf ? await makePdf({ pages }) : words);
        names.push(name);
      }
      const place = await emptyLibrary();
      // One file at least gets through each time, so none dies three times.
      let ended = await run([place, PASSPHRASE, 'any', files]);
      let kills = 0;
      for (; ended === 'SIGKILL' && kills < names.length; kills += 1) {
        ended = await run([place, PASSPHRASE, 'any']);
      }
      expect(ended).toBe(0);
      expect(kills).toBeGreaterThan(2);

      const library = await openLibrary(place, PASSPHRASE);
      try {
        expectSound(library);
        const lines = listItems(library.database, 1).map(toLine);
        expect(lines.map(({ fileName }) => fileName)).toEqual(names);
        expect(new Set(lines.map(({ outcome }) => outcome.kind))).toEqual(new Set(['imported']));
        const imported = listDocuments(library.database).map(({ fileName }) => fileName);
        expect(imported.toSorted()).toEqual(names);
        expect(library.originals.sweep()).toBe(0);
      } finally {
        library.close();
      }
    },
  );

  it(
    'again and again over the same file: it is reported and the rest goes on',
    { timeout: 120_000 },
    async () => {
      const files = temporaryFolder();
      for (const name of ['1.txt', '2.txt', '3.txt']) {
        writeFileSync(join(files, name), `The statement ${name}.`);
      }
      const place = await emptyLibrary();
      expect(await run([place, PASSPHRASE, 'transaction', files])).toBe('SIGKILL');
      for (let time = 0; time < 2; time += 1) {
        expect(await run([place, PASSPHRASE, 'transaction'])).toBe('SIGKILL');
      }
      expect(await run([place, PASSPHRASE, 'transaction'])).toBe(0);
      const library = await openLibrary(place, PASSPHRASE);
      try {
        const outcomes = listItems(library.database, 1).map((item) => toLine(item).outcome);
        expect(outcomes).toMatchObject([
          { kind: 'imported' },
          { kind: 'unreadable', reason: 'crashed' },
          { kind: 'imported' },
        ]);
      } finally {
        library.close();
      }
    },
  );

  it('leaves bytes that the next import uses again', { timeout: 120_000 }, async () => {
    const files = temporaryFolder();
    writeFileSync(join(files, '1.txt'), 'The first statement.');
    writeFileSync(join(files, '2.txt'), 'The second statement.');
    const place = await emptyLibrary();
    expect(await run([place, PASSPHRASE, 'transaction', files])).toBe('SIGKILL');
    const library = await openLibrary(place, PASSPHRASE);
    try {
      const ids = library.originals.database.prepare('SELECT id FROM original ORDER BY id').pluck();
      const before = ids.all();
      const search = openSearchIndex(library.database);
      await collect({ library, search, extractor: nodePdfExtractor() }, [files]);
      expect(before).toHaveLength(2);
      expect(ids.all()).toEqual(before);
    } finally {
      library.close();
    }
  });
});
