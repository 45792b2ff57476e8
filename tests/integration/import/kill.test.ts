/** After kill -9 at any moment the library is sound, holds whole documents only, and the import can be done again. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { nodePdfExtractor } from '../../../src/core/import/node-pdf-extractor.ts';
import { createLibrary, openLibrary } from '../../../src/core/library/library.ts';
import { getPages, listDocuments } from '../../../src/core/library/queries/document.ts';
import { openSearchIndex } from '../../../src/core/search/open-search-index.ts';
import { collect } from '../../fixtures/import/import-session.ts';
import { makePdf } from '../../fixtures/import/make-pdf.ts';
import { PASSPHRASE, temporaryFolder } from '../../helpers/temporary-library.ts';

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

describe('kill -9', () => {
  it.each(PHASES)('in phase «%s»', { timeout: 120_000 }, async (phase, documents, halves) => {
    const folder = temporaryFolder();
    const files = temporaryFolder();
    writeFileSync(join(files, '1.txt'), 'The first statement from Orvel Bay.');
    const pdf = await makePdf({ pages: ['The second statement,\nabout the ferry.', 'Its end.'] });
    writeFileSync(join(files, '2.pdf'), pdf);
    writeFileSync(join(files, '3.txt'), 'The third statement.');
    const place = join(folder, 'Test.kartoteka');
    (await createLibrary(place, 'Test', PASSPHRASE)).close();

    expect(await run([place, PASSPHRASE, phase, files])).toBe('SIGKILL');

    const library = await openLibrary(place, PASSPHRASE);
    try {
      const { database, originals } = library;
      const search = openSearchIndex(database);
      const found = listDocuments(database);
      expect(found).toHaveLength(documents);
      for (const { id, pages, sha256, size } of found) {
        expect(getPages(database, id, 1, Infinity)).toHaveLength(pages);
        expect(originals.read(sha256, 0, size)).toHaveLength(size);
      }
      expect(search.verify().problems).toBe(0);
      expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(originals.sweep()).toBe(halves);
      expect(originals.sweep()).toBe(0);

      const lines = await collect({ library, search, extractor: nodePdfExtractor() }, [files]);
      expect(lines.map(({ outcome }) => outcome.kind)).toEqual([
        'duplicate',
        documents === 2 ? 'duplicate' : 'imported',
        'imported',
      ]);
      expect(listDocuments(database)).toHaveLength(3);
      expect(search.search('ferry', { limit: 5 }).total).toBe(1);
      expect(search.verify().problems).toBe(0);
    } finally {
      library.close();
    }
  });

  it('leaves bytes that the next import uses again', { timeout: 120_000 }, async () => {
    const folder = temporaryFolder();
    const files = temporaryFolder();
    writeFileSync(join(files, '1.txt'), 'The first statement.');
    writeFileSync(join(files, '2.txt'), 'The second statement.');
    const place = join(folder, 'Test.kartoteka');
    (await createLibrary(place, 'Test', PASSPHRASE)).close();
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
