import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { importFiles } from '../../../src/core/import/import-files.ts';
import { nodePdfExtractor } from '../../../src/core/import/node-pdf-extractor.ts';
import { getPages } from '../../../src/core/library/queries/document.ts';
import type { PreparedEntries } from '../../../src/core/search/prepared-entries.ts';
import type { ImportReportLine } from '../../../src/shared/domain/job.ts';
import { fail, FailureError } from '../../../src/shared/failure.ts';
import { collect, openSession } from '../../fixtures/import/import-session.ts';
import { makeDocx, wordParagraph } from '../../fixtures/import/make-office.ts';
import { makeDamagedPdf, makeLockedPdf, makePdf } from '../../fixtures/import/make-pdf.ts';

const STATEMENT = 'The ferry to Orvel Bay was stopped at dawn.\nNobody was told why.\n';

describe('one file', () => {
  it('imports a text file: bytes, text, encoding, title, search', async () => {
    const session = await openSession();
    const bytes = iconv.encode('Паром остановили на рассвете. Никто не объяснил почему.', 'koi8-r');
    const [line] = await session.import(session.file('Показания свидетеля.txt', bytes));
    expect(line).toMatchObject({
      fileName: 'Показания свидетеля.txt',
      outcome: { kind: 'imported', documentId: 1 },
    });
    expect(session.documents()).toMatchObject([
      {
        title: 'Показания свидетеля',
        kind: 'text',
        state: { kind: 'imported' },
        pages: 1,
        size: bytes.length,
        encoding: 'koi8-r',
        aliases: [],
      },
    ]);
    expect(session.textOf(1)).toBe('Паром остановили на рассвете. Никто не объяснил почему.');
    const [document] = session.documents();
    const stored = session.library.originals.read(document?.sha256 ?? '', 0, bytes.length);
    expect(Buffer.from(stored).equals(bytes)).toBe(true);
    expect(session.search.search('рассвете', { limit: 5 }).total).toBe(1);
  });

  it('imports a PDF: pages, labels, title', async () => {
    const session = await openSession();
    const pdf = await makePdf({
      pages: ['Preface to the report', 'The ferry was stopped\nat dawn.', ''],
      title: 'Report on the ferry',
      romanLabels: true,
    });
    const [line] = await session.import(session.file('report.bin', pdf));
    expect(line?.outcome).toEqual({ kind: 'imported', documentId: 1 });
    expect(session.documents()).toMatchObject([
      { title: 'Report on the ferry', kind: 'pdf', pages: 3, encoding: null },
    ]);
    expect(getPages(session.library.database, 1, 1, 3)).toEqual([
      {
        documentId: 1,
        number: 1,
        label: 'i',
        text: 'Preface to the report',
        language: null,
        garbled: false,
      },
      {
        documentId: 1,
        number: 2,
        label: 'ii',
        text: 'The ferry was stopped\nat dawn.',
        language: null,
        garbled: false,
      },
      { documentId: 1, number: 3, label: 'iii', text: '', language: null, garbled: false },
    ]);
  });

  it('records the same bytes under another name as an alias', async () => {
    const session = await openSession();
    const first = session.file('statement.txt', STATEMENT);
    await session.import(first);
    const lines = await session.import(session.file('copies/second.txt', STATEMENT), first);
    expect(session.summary(lines)).toEqual([
      ['second.txt', 'duplicate'],
      ['statement.txt', 'duplicate'],
    ]);
    expect(session.documents()).toMatchObject([
      { fileName: 'statement.txt', aliases: ['second.txt'] },
    ]);
  });

  it('does not store what holds nothing to read', async () => {
    const session = await openSession();
    const lines = await session.import(
      session.file('empty.txt', ''),
      session.file('blank.txt', ' \r\n\t'),
      session.file('mark.txt', '\ufeff'),
      session.file('picture.png', Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1')),
      session.file('scan.pdf', Buffer.from('\xff\xd8\xff\xe0\0\x10JFIF', 'latin1')),
    );
    expect(session.summary(lines)).toEqual([
      ['empty.txt', 'unreadable: empty-file'],
      ['blank.txt', 'unreadable: empty-file'],
      ['mark.txt', 'unreadable: empty-file'],
      ['picture.png', 'unreadable: unknown-format'],
      ['scan.pdf', 'unreadable: not-a-pdf'],
    ]);
    for (const { outcome } of lines) expect(outcome).toMatchObject({ documentId: null });
    expect(session.documents()).toEqual([]);
    const originals = session.library.originals.database.prepare('SELECT count(*) FROM original');
    expect(originals.pluck().get()).toBe(0);
  });

  it('imports a text that is named .pdf as a text', async () => {
    const session = await openSession();
    const lines = await session.import(session.file('really text.pdf', STATEMENT));
    expect(session.summary(lines)).toEqual([['really text.pdf', 'imported']]);
    expect(session.documents()).toMatchObject([{ kind: 'text' }]);
  });

  it('keeps PDFs that cannot be read yet, with their bytes', async () => {
    const session = await openSession();
    const scan = await makePdf({ pages: ['', ''] });
    const lines = await session.import(
      session.file('locked.pdf', await makeLockedPdf()),
      session.file('damaged.pdf', makeDamagedPdf()),
      session.file('scan.pdf', scan),
    );
    expect(session.summary(lines)).toEqual([
      ['locked.pdf', 'password-needed'],
      ['damaged.pdf', 'unreadable: damaged-pdf'],
      ['scan.pdf', 'needs-ocr'],
    ]);
    expect(session.documents()).toMatchObject([
      { state: { kind: 'password-needed' }, pages: 0 },
      { state: { kind: 'unreadable', reason: 'damaged-pdf' }, pages: 0 },
      { state: { kind: 'needs-ocr', pagesWithoutText: 2 }, pages: 2 },
    ]);
    for (const { sha256, size } of session.documents()) {
      expect(session.library.originals.read(sha256, 0, size)).toHaveLength(size);
    }
  });

  it('reports a PDF that makes no progress', async () => {
    const extractor = nodePdfExtractor({ noProgressMs: 30 });
    const session = await openSession({
      extractor: {
        extract: (source, signal) =>
          extractor.extract(
            { ...source, read: () => Promise.withResolvers<never>().promise },
            signal,
          ),
      },
    });
    const pdf = await makePdf({ pages: ['never read'] });
    const lines = await session.import(session.file('slow.pdf', pdf));
    expect(session.summary(lines)).toEqual([['slow.pdf', 'unreadable: took-too-long']]);
    expect(session.documents()).toHaveLength(1);
  });

  it('stores a file of many chunks byte for byte', async () => {
    const session = await openSession();
    const text = Array.from(
      { length: 20_000 },
      (_, index) => `Entry ${index} of the harbour log.`,
    ).join('\n');
    const path = session.file('log.txt', text);
    await session.import(path);
    const [document] = session.documents();
    const stored = session.library.originals.read(document?.sha256 ?? '', 0, document?.size ?? 0);
    expect(Buffer.from(stored).equals(readFileSync(path))).toBe(true);
    const visible = session.textOf(1).replaceAll(/\s/gu, '');
    expect(visible === text.replaceAll(/\s/gu, '')).toBe(true);
  });
});

describe('a folder', () => {
  it('is walked in order; hidden files, links and special files are reported', async () => {
    const session = await openSession();
    session.file('b.txt', `${STATEMENT}b`);
    session.file('a/deep/c.txt', `${STATEMENT}c`);
    session.file('a/.hidden.txt', 'secret');
    session.file('.git/config', 'nothing');
    symlinkSync(session.folder, join(session.folder, 'a', 'loop'));
    symlinkSync('/dev/null', join(session.folder, 'z-device'));
    mkdirSync(join(session.folder, 'Other.kartoteka'));
    const lines = await session.import(session.folder);
    expect(session.summary(lines)).toEqual([
      ['.git', 'skipped: hidden'],
      ['Other.kartoteka', 'skipped: not-a-regular-file'],
      ['.hidden.txt', 'skipped: hidden'],
      ['c.txt', 'imported'],
      ['loop', 'skipped: symlink'],
      ['b.txt', 'imported'],
      ['z-device', 'skipped: symlink'],
    ]);
  });

  it('may have names in an old encoding, names that begin with dots, and names from broken archives', async () => {
    const session = await openSession();
    const name = iconv.encode('Показания свидетеля.txt', 'windows-1251');
    writeFileSync(Buffer.concat([Buffer.from(`${session.folder}/`), name]), STATEMENT);
    session.file('..\\..\\reports\\second.txt', `${STATEMENT}2`);
    session.file('…and nobody was told.txt', `${STATEMENT}3`);
    session.file('...and nobody asked.txt', `${STATEMENT}4`);
    const lines = await session.import(session.folder);
    expect(session.summary(lines)).toEqual([
      ['...and nobody asked.txt', 'imported'],
      ['..\\..\\reports\\second.txt', 'imported'],
      ['Показания свидетеля.txt', 'imported'],
      ['…and nobody was told.txt', 'imported'],
    ]);
    const lossy = join(session.folder, name.toString('utf8'));
    expect(session.summary(await session.import(lossy))).toEqual([
      ['Показания свидетеля.txt', 'duplicate'],
    ]);
  });

  it('is looked at once, however often it is given', async () => {
    const session = await openSession();
    const path = session.file('a.txt', STATEMENT);
    const lines = await session.import(session.folder, path, `${session.folder}/./`);
    expect(session.summary(lines)).toEqual([['a.txt', 'imported']]);
  });

  it('follows a link that was given itself, and reports what is not there', async () => {
    const session = await openSession();
    session.file('a.txt', STATEMENT);
    const link = join(session.folder, 'link');
    symlinkSync(join(session.folder, 'a.txt'), link);
    const lines = await session.import(link, join(session.folder, 'gone.txt'), '/dev/null');
    expect(session.summary(lines)).toEqual([
      ['link', 'imported'],
      ['gone.txt', 'unreadable: vanished'],
      ['null', 'skipped: not-a-regular-file'],
    ]);
  });

  it(
    'of a thousand files with ten bad ones ends with every file reported',
    { timeout: 180_000 },
    async () => {
      const session = await openSession();
      const cutPdf = (await makePdf({ pages: ['cut off'] })).subarray(0, 300);
      const cutDocx = (await makeDocx(wordParagraph('cut off'))).subarray(0, 300);
      const bad: readonly (readonly [string, Uint8Array | string, string])[] = [
        ['empty.txt', '', 'unreadable: empty-file'],
        ['blank.txt', ' \n\t ', 'unreadable: empty-file'],
        ['mark.txt', '\ufeff', 'unreadable: empty-file'],
        ['damaged.pdf', makeDamagedPdf(), 'unreadable: damaged-pdf'],
        ['cut.pdf', cutPdf, 'unreadable: damaged-pdf'],
        ['cut.docx', cutDocx, 'unreadable: damaged-document'],
        [
          'picture.pdf',
          Buffer.from('\xff\xd8\xff\xe0\0\x10JFIF', 'latin1'),
          'unreadable: not-a-pdf',
        ],
        [
          'archive.txt',
          Buffer.from('PK\x03\x04\x14\0\0\0nothing', 'latin1'),
          'unreadable: unknown-format',
        ],
        ['zeros.txt', Buffer.alloc(4_000), 'unreadable: unknown-format'],
        ['locked.pdf', await makeLockedPdf(), 'password-needed'],
      ];
      const places = bad.map(
        ([name], index) => `${String(index * 100 + 7).padStart(4, '0')} ${name}`,
      );
      for (let index = 0; index < 1000; index += 1) {
        const [, content] = (index % 100 === 7 && bad[Math.floor(index / 100)]) || [];
        const place = places[Math.floor(index / 100)] ?? '';
        if (content === undefined)
          session.file(`${String(index).padStart(4, '0')}.txt`, `Statement ${index}: ${STATEMENT}`);
        else session.file(place, content);
      }
      const lines = await session.import(session.folder);
      const outcomes = session.summary(lines);
      expect(outcomes).toHaveLength(1000);
      expect(outcomes.filter(([, outcome]) => outcome === 'imported')).toHaveLength(990);
      expect(outcomes.filter(([, outcome]) => outcome !== 'imported')).toEqual(
        bad.map(([, , outcome], index) => [places[index], outcome]),
      );
      expect(session.search.search('ferry', { limit: 1 }).total).toBe(990);
      expect(session.search.verify().problems).toBe(0);
    },
  );

  it('that is imported twice changes nothing: every file is known by its own name', async () => {
    const session = await openSession();
    session.file('a.txt', STATEMENT);
    session.file('deep/b.pdf', await makePdf({ pages: ['The second statement'] }));
    session.file('deep/scan.pdf', await makePdf({ pages: ['', ''] }));
    await session.import(session.folder);
    const before = session.documents();
    const lines = await session.import(session.folder);
    expect(session.summary(lines)).toEqual([
      ['a.txt', 'duplicate'],
      ['b.pdf', 'duplicate'],
      ['scan.pdf', 'duplicate'],
    ]);
    expect(session.documents()).toEqual(before);
    expect(before.map(({ aliases }) => aliases)).toEqual([[], [], []]);
    const originals = session.library.originals.database.prepare('SELECT count(*) FROM original');
    expect(originals.pluck().get()).toBe(3);
    expect(session.search.verify().problems).toBe(0);
  });
});

describe('a batch', () => {
  it('reports what is left as skipped when it is cancelled, also in the middle of a file', async () => {
    const controller = new AbortController();
    const inner = nodePdfExtractor();
    const session = await openSession({
      extractor: {
        extract(source, signal) {
          controller.abort();
          return inner.extract(source, signal);
        },
      },
    });
    const paths = [
      session.file('1.txt', STATEMENT),
      session.file('2.pdf', await makePdf({ pages: ['cancelled'] })),
      session.file('3.txt', `${STATEMENT}3`),
    ];
    const lines = await collect(session, paths, controller.signal);
    expect(session.summary(lines)).toEqual([
      ['1.txt', 'imported'],
      ['2.pdf', 'skipped: cancelled'],
      ['3.txt', 'skipped: cancelled'],
    ]);
    expect(session.documents()).toHaveLength(1);
  });

  it('goes on after an error that nobody expected in a file', async () => {
    const session = await openSession({
      extractor: { extract: () => Promise.reject(new TypeError('made for this test')) },
    });
    const lines = await session.import(
      session.file('1.pdf', await makePdf({ pages: ['odd'] })),
      session.file('2.txt', STATEMENT),
    );
    expect(session.summary(lines)).toEqual([
      ['1.pdf', 'unreadable: damaged-pdf'],
      ['2.txt', 'imported'],
    ]);
  });

  it('stops with a failure when the disk is full, and goes on where it was', async () => {
    const session = await openSession();
    const paths = ['1.txt', '2.txt', '3.txt'].map((name) =>
      session.file(name, `${name} ${STATEMENT.repeat(9_000)}`),
    );
    const { originals } = session.library;
    const pages = Number(originals.database.pragma('page_count', { simple: true }));
    originals.database.pragma(`max_page_count=${pages + 200}`);
    const lines: ImportReportLine[] = [];
    const error: unknown = await importFiles(session, paths, {
      signal: new AbortController().signal,
      onFile: (line) => lines.push(line),
      onProgress: () => undefined,
    }).catch((caught: unknown) => caught);
    expect(error instanceof FailureError && error.failure).toEqual({ kind: 'disk-full' });
    expect(session.summary(lines)).toEqual([['1.txt', 'imported']]);

    originals.database.pragma('max_page_count=1000000');
    expect(session.summary(await session.import(...paths))).toEqual([
      ['1.txt', 'duplicate'],
      ['2.txt', 'imported'],
      ['3.txt', 'imported'],
    ]);
    expect(session.search.verify().problems).toBe(0);
  });

  it('leaves nothing of a file whose transaction fails', async () => {
    const session = await openSession();
    const failing = {
      ...session,
      search: {
        ...session.search,
        addDocument: () => {
          throw fail({ kind: 'library-gone' });
        },
      },
    };
    await expect(collect(failing, [session.file('a.txt', STATEMENT)])).rejects.toThrow(
      FailureError,
    );
    expect(session.documents()).toEqual([]);
    const lines = await session.import(session.folder);
    expect(session.summary(lines)).toEqual([['a.txt', 'imported']]);
  });

  it('analyses in slices between which the process answers; the transaction only writes', async () => {
    const session = await openSession();
    session.file(
      'long.txt',
      Array.from({ length: 12_000 }, (_, i) => `${STATEMENT} ${i}`).join('\n'),
    );
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 0);
    const seen: { turns: number; isReady: boolean }[] = [];
    const watched = {
      ...session,
      search: {
        ...session.search,
        prepareDocument(title: string, pages: readonly string[]) {
          turns = 0;
          return session.search.prepareDocument(title, pages);
        },
        addDocument(documentId: number, entries?: PreparedEntries) {
          seen.push({ turns, isReady: entries?.work(0) === false });
          session.search.addDocument(documentId, entries);
        },
      },
    };
    await collect(watched, [session.folder]);
    clearInterval(counting);
    expect(seen).toEqual([{ turns: expect.any(Number), isReady: true }]);
    expect(seen[0]?.turns).toBeGreaterThan(3);
    expect(session.search.verify().problems).toBe(0);
    expect(session.search.search('11999', { limit: 5 }).total).toBe(1);
  });

  it('tells how far it is', async () => {
    const session = await openSession();
    session.file('a.txt', STATEMENT);
    session.file('b.txt', `${STATEMENT}b`);
    const progress: string[] = [];
    await importFiles(session, [session.folder], {
      signal: new AbortController().signal,
      onFile: () => undefined,
      onProgress: ({ done, total, current }) => progress.push(`${done}/${total} ${current}`),
    });
    expect(progress).toEqual(['0/2 a.txt', '1/2 b.txt', '2/2 ']);
  });

  it('does not count what was left out by cancelling as done', async () => {
    const session = await openSession();
    for (const name of ['a.txt', 'b.txt', 'c.txt']) session.file(name, `${STATEMENT}${name}`);
    const abort = new AbortController();
    let last = '';
    await importFiles(session, [session.folder], {
      signal: abort.signal,
      onFile: () => abort.abort(),
      onProgress: ({ done, total }) => (last = `${done}/${total}`),
    });
    expect(last).toBe('1/3');
  });
});
