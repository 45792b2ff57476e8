/** The disk is full at every single write: nothing acknowledged is lost, reading goes on, and so does work when there is room. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCommandStack, type CommandStack } from '../../../src/core/commands/command-stack.ts';
import { createSession } from '../../../src/core/handlers/index.ts';
import { nodePdfExtractor } from '../../../src/core/import/node-pdf-extractor.ts';
import { ARGON_FLOOR } from '../../../src/core/library/keys/argon-cost.ts';
import { changePassphrase } from '../../../src/core/library/keys/change-slots.ts';
import { readKeyFiles } from '../../../src/core/library/keys/key-files.ts';
import { openLibrary, type OpenLibrary } from '../../../src/core/library/library.ts';
import { getPages, listDocuments } from '../../../src/core/library/queries/document.ts';
import { listPassages } from '../../../src/core/library/queries/passage.ts';
import { reencryptLibrary } from '../../../src/core/library/reencrypt/reencrypt-library.ts';
import { verifyLibrary } from '../../../src/core/library/verify-library.ts';
import { openSearchIndex } from '../../../src/core/search/open-search-index.ts';
import type { SearchIndex } from '../../../src/core/search/search-index.ts';
import { failureOf, type Outcome } from '../../../src/shared/failure.ts';
import type { Job } from '../../../src/shared/domain/job.ts';
import { collect } from '../../fixtures/import/import-session.ts';
import { InventedWords } from '../../helpers/invented-words.ts';
import { smallDisk, untilThereIsRoom, type SmallDisk } from '../../helpers/small-disk.ts';
import { anchorOf, storeDocument } from '../../helpers/stored-document.ts';
import { newLibrary, PASSPHRASE } from '../../helpers/temporary-library.ts';

const FIRST_PAGE = 'The ferry to Orvel Bay was stopped at dawn. Nobody was told why.';

let disk: SmallDisk;
let place: string;
let library: OpenLibrary;
let search: SearchIndex;
let commands: CommandStack;
let documentId: number;
let words: InventedWords;

beforeEach(async () => {
  disk = smallDisk(24);
  place = join(disk.folder, 'Test.kartoteka');
  use(await newLibrary(place));
  words = new InventedWords(3, 500);
  documentId = library.database.transaction(() => {
    const id = storeDocument(library.database, 'Statement', [FIRST_PAGE, words.text('latin', 300)]);
    search.addDocument(id);
    return id;
  })();
});

function use(opened: OpenLibrary): void {
  library = opened;
  search = openSearchIndex(library.database);
  commands = createCommandStack(library.database, ({ changedDocuments }) => {
    for (const id of changedDocuments) search.documentChanged(id);
  });
}

function createPassage(quote: string, note: string): number {
  const result = commands.run({
    kind: 'passage.create',
    documentId,
    anchor: anchorOf(FIRST_PAGE, quote),
    colour: 'yellow',
    note,
    labels: [{ kind: 'tag', id: null, name: `tag of ${quote}` }],
  });
  return result.passageIds[0] ?? Number.NaN;
}

/** What a person would miss. */
function state(): unknown {
  return [
    listDocuments(library.database).map(({ title, sha256 }) => [title, sha256]),
    listPassages(library.database, documentId),
    library.database.prepare('SELECT name FROM tag ORDER BY id').all(),
  ];
}

/** Run on the full disk: the failure has its words, nothing is open, everything can be read and found. */
function checkReading(before: unknown): (error: unknown) => void {
  return (error) => {
    expect(failureOf(error)).toEqual({ kind: 'disk-full' });
    expect(library.database.inTransaction).toBe(false);
    expect(library.originals.database.inTransaction).toBe(false);
    expect(state()).toEqual(before);
    expect(getPages(library.database, documentId, 1, 1)[0]?.text).toBe(FIRST_PAGE);
    expect(search.search('stopped', { limit: 5 }).total).toBe(1);
  };
}

/** Documents of these tests that were not imported have no stored original. */
function expectSound(): void {
  const { problems } = verifyLibrary(library, search);
  expect(problems.filter((problem) => problem.kind !== 'original-missing')).toEqual([]);
}

describe('on a full disk', { timeout: 120_000 }, () => {
  it('a library is made wholly or not at all', async () => {
    const other = join(disk.folder, 'deep', 'Other.kartoteka');
    const failures = await untilThereIsRoom(
      disk,
      async () => (await newLibrary(other, 'Other')).close(),
      (error) => {
        expect(failureOf(error)).toEqual({ kind: 'disk-full' });
        expect(existsSync(other)).toBe(false);
      },
      { step: 5 * 4096 },
    );
    expect(failures).toBeGreaterThan(5);
    (await openLibrary(other, PASSPHRASE)).close();
  });

  it('a library opens, can be read and searched, and takes changes as soon as there is room', async () => {
    createPassage('ferry', 'seen by two');
    const before = state();
    library.close();
    // In steps that are no divisor of what the shared memory files take: each of them is once the one without room.
    for (let leave = 0; leave < 100 * 1024; leave += 3 * 4096) {
      disk.fill(leave);
      use(await openLibrary(place, PASSPHRASE));
      expect(state()).toEqual(before);
      expect(search.search('ferry', { limit: 5 }).total).toBe(1);
      disk.free();
      createPassage('dawn', `told at ${leave}`);
      commands.undo();
      library.close();
    }
    use(await openLibrary(place, PASSPHRASE));
    expectSound();
  });

  it('commands, undo and redo change everything or nothing', async () => {
    const passage = createPassage('ferry', words.text('latin', 400));
    const attempts: [string, () => unknown][] = [
      ['create', () => createPassage('dawn', words.text('latin', 600))],
      ['undo', () => commands.undo()],
      ['redo', () => commands.redo()],
      [
        'title',
        () =>
          commands.run({
            kind: 'document.update',
            documentIds: [documentId],
            fields: { title: 'The ferry' },
          }),
      ],
      [
        'note',
        () =>
          commands.run({ kind: 'passage.note', passageId: passage, note: words.text('latin', 9) }),
      ],
      ['delete', () => commands.run({ kind: 'passage.delete', passageIds: [passage] })],
      ['undo of the deletion', () => commands.undo()],
    ];
    for (const [name, attempt] of attempts) {
      const before = state();
      const failures = await untilThereIsRoom(disk, attempt, checkReading(before));
      expect(failures, name).toBeGreaterThan(0);
      expect(state(), name).not.toEqual(before);
      expectSound();
    }
  });

  it('a file is imported wholly or not at all, and by the same library later', async () => {
    const file = join(disk.folder, 'long.txt');
    writeFileSync(file, words.text('russian', 30_000));
    const before = state();
    const failures = await untilThereIsRoom(
      disk,
      () => collect({ library, search, extractor: nodePdfExtractor() }, [file]),
      checkReading(before),
    );
    expect(failures).toBeGreaterThan(20);
    expect(listDocuments(library.database)).toHaveLength(2);
    expect(library.originals.sweep()).toBe(0);
    expectSound();
  });

  it('the search index is merged later', async () => {
    for (let report = 0; report < 12; report += 1) {
      library.database.transaction(() => {
        const pages = [words.text('latin', 200), words.text('russian', 200)];
        search.addDocument(storeDocument(library.database, `Report ${report}`, pages));
      })();
    }
    const before = state();
    const failures = await untilThereIsRoom(
      disk,
      () => {
        while (search.maintain(1_000));
      },
      checkReading(before),
    );
    expect(failures).toBeGreaterThan(5);
    expectSound();
  });

  it('a passphrase is changed, or it is not and the old one holds: as the person is told', async () => {
    const next = 'seven quiet herons upstream';
    const failures = await untilThereIsRoom(
      disk,
      () => changePassphrase(library, PASSPHRASE, next, { cost: ARGON_FLOOR }),
      (error) => {
        expect(failureOf(error)).toEqual({ kind: 'disk-full' });
        expect(readKeyFiles(place).file.revision).toBe(1);
      },
    );
    expect(failures).toBeGreaterThan(0);
    library.close();
    use(await openLibrary(place, next));
    expectSound();
  });

  it('a library is encrypted with a new key, or stays as it is', async () => {
    createPassage('ferry', 'seen by two');
    const before = state();
    const options = { cost: ARGON_FLOOR, free: () => Infinity };
    const failures = await untilThereIsRoom(
      disk,
      () => reencryptLibrary(library, PASSPHRASE, options),
      checkReading(before),
      { step: 8 * 4096 },
    );
    expect(failures).toBeGreaterThan(3);
    use(await openLibrary(place, PASSPHRASE));
    expect(state()).toEqual(before);
    expectSound();
  });

  it('a library closes without losing anything, and opens again on the disk as full as it is', async () => {
    for (let leave = 0; leave < 200 * 1024; leave += 4096 * 4) {
      createPassage('ferry', words.text('latin', 300 + leave / 1000));
      createPassage('dawn', words.text('latin', 300));
      const before = state();
      disk.fill(leave);
      library.close();
      disk.fill(0);
      use(await openLibrary(place, PASSPHRASE));
      expect(state()).toEqual(before);
      library.close();
      disk.free();
      use(await openLibrary(place, PASSPHRASE));
      expect(state()).toEqual(before);
    }
    expectSound();
    library.close();
    expect(readdirSync(place).filter((name) => /-(wal|shm|journal)$/.test(name))).toEqual([]);
  });

  it('a job of the session says so, and the next one of the same session works', async () => {
    library.close();
    const ended: Job['state'][] = [];
    const session = await createSession({
      open: () => openLibrary(place, PASSPHRASE),
      extractor: nodePdfExtractor(),
      push(event) {
        if (event.kind === 'job-changed' && event.job.state.kind !== 'running') {
          ended.push(event.job.state);
        }
      },
    });
    try {
      const file = join(disk.folder, 'long.txt');
      writeFileSync(file, words.text('latin', 20_000));
      const startImport = (): Promise<Outcome<unknown>> =>
        session.handle('import.start', { paths: [file] });
      disk.fill(40_000);
      await startImport();
      await expect.poll(() => ended).toEqual([{ kind: 'failed', failure: { kind: 'disk-full' } }]);
      disk.free();
      await startImport();
      await expect.poll(() => ended.slice(1)).toEqual([{ kind: 'done' }]);
      disk.fill(0);
    } finally {
      await session.close();
    }
    disk.free();
    use(await openLibrary(place, PASSPHRASE));
    expect(listDocuments(library.database)).toHaveLength(2);
    expectSound();
  });
});
