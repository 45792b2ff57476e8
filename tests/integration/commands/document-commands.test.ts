/** What is known about a document, and its deletion, in a real library with its search index. */
import { join } from 'node:path';
import { mkdirSync, writeFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSession, type LibrarySession } from '../../../src/core/handlers/index.ts';
import { nodePdfExtractor } from '../../../src/core/import/node-pdf-extractor.ts';
import { openLibrary, type OpenLibrary } from '../../../src/core/library/library.ts';
import type { ImportReportLine, Job } from '../../../src/shared/domain/job.ts';
import type { SearchOutcome } from '../../../src/shared/domain/search.ts';
import type { Passage } from '../../../src/shared/domain/passage.ts';
import type { Page, SourceDocument } from '../../../src/shared/domain/source-document.ts';
import { makeAnchor } from '../../../src/shared/anchoring/make-anchor.ts';
import { makePdf } from '../../fixtures/import/make-pdf.ts';
import { makeProtectedPdf } from '../../fixtures/import/make-protected-pdf.ts';
import { anchorOf } from '../../helpers/stored-document.ts';
import { newLibrary, PASSPHRASE, temporaryFolder } from '../../helpers/temporary-library.ts';
import { eventually } from '../../helpers/eventually.ts';

const TEXT = 'Mira Tolvan was taken from the quay at dawn. Her brother saw two grey vans.';

interface World {
  session: LibrarySession;
  library: OpenLibrary;
  place: string;
  folder: string;
  ask<T>(channel: string, request: unknown): Promise<T>;
  import(path?: string): Promise<ImportReportLine[]>;
}

async function openWorld(place = join(temporaryFolder(), 'Test.kartoteka'), isNew = true) {
  const folder = join(place, '..', 'files');
  mkdirSync(folder, { recursive: true });
  const library = isNew ? await newLibrary(place) : await openLibrary(place, PASSPHRASE);
  const session = await createSession({
    open: () => Promise.resolve(library),
    extractor: nodePdfExtractor(),
    push: () => undefined,
  });
  onTestFinished(() => session.close());
  const ask = async <T>(channel: string, request: unknown): Promise<T> => {
    const outcome = await session.handle(channel, request);
    if (!outcome.ok) throw new Error(outcome.failure.kind);
    return outcome.value as T;
  };
  const world: World = {
    session,
    library,
    place,
    folder,
    ask,
    async import(path = folder) {
      const batchId = await ask<number>('import.start', { paths: [path] });
      await eventually(async () => {
        const jobs = await ask<Job[]>('job.list', {});
        expect(jobs.every(({ state }) => state.kind === 'done')).toBe(true);
      });
      return ask('import.report', { batchId });
    },
  };
  return world;
}

async function withDocument(): Promise<World & { document: SourceDocument }> {
  const world = await openWorld();
  writeFileSync(join(world.folder, 'statement.txt'), TEXT);
  writeFileSync(join(world.folder, 'tolvan copy.txt'), TEXT);
  await world.import();
  const [document] = await world.ask<SourceDocument[]>('document.list', {});
  if (!document) throw new Error('Nothing was imported');
  return { ...world, document };
}

const found = async (world: World, query: string): Promise<number> =>
  (await world.ask<SearchOutcome>('search.query', { query, limit: 10 })).total;

const originals = ({ library }: World): unknown =>
  library.originals.database.prepare('SELECT count(*) FROM original').pluck().get();

describe('what is known about a document', () => {
  it('is changed, field by field, and changed back', async () => {
    const world = await withDocument();
    const fields = {
      title: 'Statement of the brother',
      authors: 'A. Tolvan\nB. Marsh',
      publisher: 'Ferry Watch',
      date: '2031-08~',
      sourceUrl: 'https://ferrywatch.example/7',
      reliability: 'mostly-reliable',
      reference: 'FW/7',
      note: 'Ask for the plates.',
    };
    const command = { kind: 'document.update', documentIds: [world.document.id], fields };
    await world.ask('command.run', { command });
    expect(await world.ask('document.list', {})).toMatchObject([{ ...fields, language: 'en' }]);
    expect(await found(world, 'title:brother')).toBe(1);
    await world.ask('command.undo', {});
    expect(await world.ask('document.list', {})).toEqual([world.document]);
  });

  it('refuses a date that is none, and changes nothing', async () => {
    const world = await withDocument();
    const fields = { date: 'last summer', publisher: 'Ferry Watch' };
    const command = { kind: 'document.update', documentIds: [world.document.id], fields };
    expect(await world.session.handle('command.run', { command })).toMatchObject({
      failure: { kind: 'invalid-date' },
    });
    expect(await world.ask('document.list', {})).toEqual([world.document]);
  });

  it('is taken from a PDF where it tells: title, author, day, language, table of contents', async () => {
    const world = await openWorld();
    const pdf = await makePdf({
      pages: [TEXT, `${TEXT} On the second day nobody was told why the ferry had not come.`],
      title: 'Report on the quay',
      author: 'A. Marsh',
      created: '2031-02-03',
      outline: ['Beginning', 'The second day'],
    });
    writeFileSync(join(world.folder, 'r.pdf'), pdf);
    await world.import();
    expect(await world.ask('document.list', {})).toMatchObject([
      { title: 'Report on the quay', authors: 'A. Marsh', language: 'en', format: 'pdf' },
    ]);
    const stored = world.library.database.prepare('SELECT outline FROM source_document').pluck();
    expect(JSON.parse(String(stored.get()))).toEqual([
      { title: 'Beginning', level: 0, page: 1 },
      { title: 'The second day', level: 0, page: 2 },
    ]);
  });
});

describe('deleting a document', () => {
  it('takes text, names, passages and index entries with it, and gives all of it back', async () => {
    const world = await withDocument();
    const { id } = world.document;
    const anchor = anchorOf(TEXT, 'two grey vans');
    await world.ask('command.run', {
      command: {
        kind: 'passage.create',
        documentId: id,
        anchor,
        colour: 'yellow',
        note: 'plates?',
        labels: [{ kind: 'tag', id: null, name: 'vehicles' }],
      },
    });
    const before = await world.ask('document.list', {});
    const passages = await world.ask('passage.list', { documentId: id });
    const reported = await world.ask('import.report', { batchId: 1 });

    const command = { kind: 'document.delete', documentIds: [id] };
    expect(await world.ask('command.run', { command })).toMatchObject({ passageIds: [1] });
    expect(await world.ask('document.list', {})).toEqual([]);
    expect(await found(world, 'vans')).toBe(0);
    expect(await world.ask('import.report', { batchId: 1 })).toMatchObject([
      { fileName: '', path: '', outcome: { kind: 'deleted' } },
      { fileName: '', path: '', outcome: { kind: 'deleted' } },
    ]);
    const rows = ['page', 'document_alias', 'passage', 'passage_tag'].map((table) =>
      world.library.database.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
    );
    expect(rows).toEqual([0, 0, 0, 0]);

    await world.ask('command.undo', {});
    expect(await world.ask('document.list', {})).toEqual(before);
    expect(await world.ask('passage.list', { documentId: id })).toEqual(passages);
    expect(await world.ask('import.report', { batchId: 1 })).toEqual(reported);
    expect(await found(world, 'vans')).toBe(1);
    const { size, sha256 } = world.document;
    const bytes = Buffer.from(world.library.originals.read(sha256, 0, size));
    expect(bytes.toString('utf8')).toBe(TEXT);
  });

  it('leaves no path of its file in the import queue', async () => {
    const world = await openWorld();
    const file = join(world.folder, 'tolvan.txt');
    writeFileSync(file, TEXT);
    await world.import(file);
    const command = { kind: 'document.delete', documentIds: [1] };
    await world.ask('command.run', { command });
    const cells = ['SELECT roots FROM import_batch', 'SELECT path FROM import_item'].flatMap(
      (sql) => world.library.database.prepare<[], Buffer>(sql).pluck().all(),
    );
    expect(cells.map(String)).toEqual(['', '']);
  });

  it('removes the original bytes when the library is closed, and after a crash when it is opened', async () => {
    const world = await withDocument();
    const command = { kind: 'document.delete', documentIds: [world.document.id] };
    await world.ask('command.run', { command });
    expect(originals(world)).toBe(1);
    await world.session.close();

    const again = await openWorld(world.place, false);
    expect(originals(again)).toBe(0);
    expect(await again.session.handle('command.undo', {})).toMatchObject({
      failure: { kind: 'nothing-to-undo' },
    });

    await again.import();
    const [document] = await again.ask<SourceDocument[]>('document.list', {});
    await again.ask('command.run', {
      command: { kind: 'document.delete', documentIds: [document?.id] },
    });
    // As after a power cut: nothing of a close is done.
    again.library.close();
    const third = await openWorld(world.place, false);
    expect(originals(third)).toBe(0);
  });

  it('keeps the bytes of a file that was imported again, and does not undo over it', async () => {
    const world = await withDocument();
    await world.ask('command.run', {
      command: { kind: 'document.update', documentIds: [1], fields: { publisher: 'Ferry Watch' } },
    });
    await world.ask('command.run', { command: { kind: 'document.delete', documentIds: [1] } });
    await world.import();
    expect(await world.session.handle('command.undo', {})).toMatchObject({
      failure: { kind: 'cannot-undo' },
    });
    expect(await world.ask('document.list', {})).toHaveLength(1);
    await world.session.close();
    const again = await openWorld(world.place, false);
    expect(originals(again)).toBe(1);
  });
});

describe('a PDF with a password', () => {
  const WORDS = 'The ferry to Orvel Bay was stopped at dawn and nobody was told why.';

  it('is kept unread, and read with its password: text, search, report', async () => {
    const world = await openWorld();
    writeFileSync(join(world.folder, 'locked.pdf'), makeProtectedPdf('velvet', WORDS));
    const [line] = await world.import();
    expect(line?.outcome).toEqual({ kind: 'password-needed', documentId: 1 });
    expect(world.session.bytesOf(1).password).toBeNull();

    const wrong = { documentId: 1, password: 'lantern' };
    expect(await world.session.handle('document.unlock', wrong)).toMatchObject({
      failure: { kind: 'wrong-pdf-password' },
    });
    expect(await found(world, 'ferry')).toBe(0);

    const right = { documentId: 1, password: 'velvet' };
    expect(await world.ask('document.unlock', right)).toMatchObject({
      state: { kind: 'imported' },
      pages: 1,
      language: 'en',
    });
    expect(await found(world, 'ferry')).toBe(1);
    expect(await world.ask('import.report', { batchId: 1 })).toMatchObject([
      { outcome: { kind: 'imported' } },
    ]);
    expect(world.session.bytesOf(1).password).toBe('velvet');
    expect(await world.session.handle('document.unlock', right)).toMatchObject({ ok: false });
  });

  it('keeps the title that a person gave it', async () => {
    const world = await openWorld();
    writeFileSync(join(world.folder, 'locked.pdf'), makeProtectedPdf('velvet', WORDS));
    await world.import();
    await world.ask('command.run', {
      command: { kind: 'document.update', documentIds: [1], fields: { title: 'The sealed one' } },
    });
    await world.ask('document.unlock', { documentId: 1, password: 'velvet' });
    expect(await world.ask('document.list', {})).toMatchObject([{ title: 'The sealed one' }]);
  });
});

describe('languages', () => {
  it('are told page by page, and a search can keep to one', async () => {
    const world = await openWorld();
    const be = 'Паром у бухту Орвель спынілі на досвітку, і ніхто на прыстані не даведаўся чаму.';
    const ru = 'Паром в бухту Орвель остановили на рассвете, и никто на причале не узнал почему.';
    writeFileSync(join(world.folder, 'be.txt'), be);
    writeFileSync(join(world.folder, 'ru.txt'), ru);
    await world.import();
    const documents = await world.ask<SourceDocument[]>('document.list', {});
    expect(documents.map(({ language }) => language)).toEqual(['be', 'ru']);
    expect(await found(world, 'паром')).toBe(2);
    expect(await found(world, 'паром lang:be')).toBe(1);
    expect(await found(world, 'паром lang:uk')).toBe(0);
  });
});

describe('the encoding of a text', () => {
  const WORDS =
    'Паром был остановлен на рассвете. Никто из тех, кто ждал на пристани, не понял, почему это было так.';

  async function withWrongEncoding(): Promise<World> {
    const world = await openWorld();
    writeFileSync(join(world.folder, 'statement.txt'), iconv.encode(WORDS, 'windows-1251'));
    await world.import();
    const command = { kind: 'document.encoding', documentId: 1, encoding: 'koi8-r' };
    await world.ask('command.run', { command });
    return world;
  }

  const correct = { kind: 'document.encoding', documentId: 1, encoding: 'windows-1251' };
  const textOf = async (world: World): Promise<string> =>
    (await world.ask<Page[]>('document.pages', { documentId: 1, from: 1, to: 1 }))[0]?.text ?? '';

  async function mark(world: World, start: number, end: number): Promise<void> {
    const pages = [{ number: 1, text: await textOf(world) }];
    const anchor = makeAnchor(pages, { page: 1, offset: start }, { page: 1, offset: end }, []);
    const rest = { colour: 'yellow', note: 'ask her', labels: [] };
    await world.ask('command.run', {
      command: { kind: 'passage.create', documentId: 1, anchor, ...rest },
    });
  }

  it('gives a web page the title it has in it, unless a person gave it another', async () => {
    const world = await openWorld();
    const page = `<!doctype html><title>Новости залива</title><p>${WORDS}</p>`;
    for (const [index, name] of ['first.html', 'second.html'].entries()) {
      writeFileSync(
        join(world.folder, name),
        iconv.encode(`${page}<p>${index}</p>`, 'windows-1251'),
      );
    }
    await world.import();
    const titles = async (): Promise<string[]> =>
      (await world.ask<SourceDocument[]>('document.list', {})).map(({ title }) => title);
    const decode = (documentId: number, encoding: string): Promise<unknown> =>
      world.ask('command.run', { command: { kind: 'document.encoding', documentId, encoding } });
    await decode(1, 'koi8-r');
    await decode(2, 'koi8-r');
    expect(await titles()).not.toContain('Новости залива');
    await world.ask('command.run', {
      command: { kind: 'document.update', documentIds: [2], fields: { title: 'The bay' } },
    });
    await decode(1, 'windows-1251');
    await decode(2, 'windows-1251');
    expect(await titles()).toEqual(['Новости залива', 'The bay']);
  });

  it('is corrected with its passages, and back, in text, search and details', async () => {
    const world = await withWrongEncoding();
    expect(await textOf(world)).not.toBe(WORDS);
    const from = WORDS.indexOf('на рассвете');
    await mark(world, from, from + 'на рассвете'.length);
    const before = await world.ask<Passage[]>('passage.list', { documentId: 1 });
    expect(await found(world, 'пристани')).toBe(0);

    await world.ask('command.run', { command: correct });
    expect(await textOf(world)).toBe(WORDS);
    expect(await world.ask('passage.list', { documentId: 1 })).toMatchObject([
      { quote: 'на рассвете', note: 'ask her', start: { page: 1, offset: from } },
    ]);
    expect(await world.ask('document.get', { documentId: 1 })).toMatchObject({
      encoding: 'windows-1251',
      language: 'ru',
    });
    expect(await found(world, 'пристани')).toBe(1);

    await world.ask('command.undo', {});
    expect(await world.ask('passage.list', { documentId: 1 })).toEqual(before);
    expect(await found(world, 'пристани')).toBe(0);
    await world.ask('command.redo', {});
    expect(await textOf(world)).toBe(WORDS);
    expect(await found(world, 'пристани')).toBe(1);
  });

  it('stays when the words of a passage would be lost', async () => {
    const world = await withWrongEncoding();
    await world.ask('command.run', { command: correct });
    // An odd letter, so that no pair of bytes is what it was.
    await mark(world, 1, 4);
    const command = { kind: 'document.encoding', documentId: 1, encoding: 'utf-16le' };
    await expect(world.ask('command.run', { command })).rejects.toThrow('passages-not-placed');
    expect(await textOf(world)).toBe(WORDS);
    expect(await world.ask('document.get', { documentId: 1 })).toMatchObject({
      encoding: 'windows-1251',
    });
  });
});
