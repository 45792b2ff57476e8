import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createCli, runCli } from '../../helpers/run-cli.ts';
import { temporaryFolder } from '../../helpers/temporary-library.ts';

const SAMPLES = fileURLToPath(new URL('../../../resources/samples/', import.meta.url));

describe('the command line', () => {
  it('goes the whole way: create, import, list, text, search, tag, export, verify', async () => {
    const folder = temporaryFolder();
    const cli = createCli(folder);
    const library = join(folder, 'Work.kartoteka');

    expect(await cli('create', library)).toMatchObject({
      status: 0,
      objects: [{ name: 'Work' }],
    });

    const reports = join(folder, 'reports');
    mkdirSync(reports);
    for (const name of ['04-verdict.pdf', '07-monitor-diary.txt', '11-wire-report.txt']) {
      copyFileSync(join(SAMPLES, name), join(reports, name));
    }
    const imported = await cli('import', library, reports);
    expect(imported).toMatchObject({
      status: 0,
      objects: [{ outcome: 'imported' }, { outcome: 'imported' }, { outcome: 'imported' }],
    });

    const { objects: documents } = await cli('list', library);
    const wire = documents.find(({ fileName }) => fileName === '11-wire-report.txt');
    const bytes = readFileSync(join(SAMPLES, '11-wire-report.txt'));
    expect(wire).toMatchObject({
      kind: 'text',
      pages: 1,
      state: 'imported',
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    expect(documents.find(({ kind }) => kind === 'pdf')).toMatchObject({ pages: 2 });
    const documentId = String(wire?.['id']);

    const { objects: texts } = await cli('text', library, documentId, '--page', '1');
    const text = String(texts[0]?.['text']);
    expect(text).toContain('holding paper lanterns');

    const { objects: found } = await cli('search', library, 'lanterns');
    const hits = found[0]?.['hits'];
    expect(hits).toContainEqual(expect.objectContaining({ documentId: wire?.['id'], page: 1 }));
    const hit = (Array.isArray(hits) ? hits : []).find(
      (one: { documentId: number }) => one.documentId === wire?.['id'],
    );
    expect(text.slice(hit.start, hit.end)).toMatch(/^lanterns?$/u);

    const quote = 'using shields and stun grenades';
    const tagged = await cli(
      'tag',
      library,
      '--doc',
      documentId,
      '--page',
      '1',
      '--quote',
      quote,
      '--tag',
      'force',
      '--tag',
      'night',
      '--case',
      'Mill Square',
      '--event',
      'Dispersal',
      '--note',
      'compare with the diary',
    );
    expect(tagged).toMatchObject({
      status: 0,
      objects: [{ documentId: wire?.['id'], page: 1, quote, tags: ['force', 'night'] }],
    });
    expect(
      text.slice(Number(tagged.objects[0]?.['start']), Number(tagged.objects[0]?.['end'])),
    ).toBe(quote);

    const out = join(folder, 'out.csv');
    expect(
      await cli('export', library, '--format', 'csv', '--case', 'mill square', '--out', out),
    ).toMatchObject({ status: 0, objects: [{ excerpts: 1 }] });
    const csv = readFileSync(out, 'utf8');
    expect(csv).toContain(`${quote},compare with the diary,force; night,Mill Square,Dispersal,`);
    expect(csv).toContain(String(wire?.['sha256']));

    expect(await cli('verify', library)).toMatchObject({
      status: 0,
      objects: [{ ok: true, documents: 3, passages: 1, problems: [] }],
    });
    // A dozen programs, each of which takes a second for the passphrase.
  }, 120_000);

  it('finds Cyrillic words in other forms than they were typed', async () => {
    const folder = temporaryFolder();
    const cli = createCli(folder);
    const library = join(folder, 'A.kartoteka');
    await cli('create', library);
    const file = join(folder, 'a.txt');
    writeFileSync(file, 'Задержанные рассказали о «площади».');
    await cli('import', library, file);
    const { objects } = await cli('search', library, 'площадь');
    expect(objects[0]).toMatchObject({ total: 1 });
  });

  it('does not replace a file of a library by an export', async () => {
    const folder = temporaryFolder();
    const cli = createCli(folder);
    const library = join(folder, 'A.kartoteka');
    await cli('create', library);
    writeFileSync(join(folder, 'a.txt'), 'One good report.');
    await cli('import', library, join(folder, 'a.txt'));
    await cli('tag', library, '--doc', '1', '--page', '1', '--quote', 'good');
    const out = join(library, 'library.db');
    const run = await cli('export', library, '--format', 'csv', '--out', out);
    expect(run).toMatchObject({ status: 1, stdout: '' });
    expect(JSON.parse(run.stderr)).toMatchObject({ error: 'export-not-written' });
    expect(await cli('verify', library)).toMatchObject({ status: 0, objects: [{ passages: 1 }] });
  });

  it('reports every file of a mixed folder and imports the good ones', async () => {
    const folder = temporaryFolder();
    const cli = createCli(folder);
    const library = join(folder, 'A.kartoteka');
    await cli('create', library);
    const reports = join(folder, 'reports');
    mkdirSync(join(reports, 'below'), { recursive: true });
    writeFileSync(join(reports, 'a.txt'), 'One good report.');
    writeFileSync(join(reports, 'below', 'again.txt'), 'One good report.');
    writeFileSync(join(reports, 'empty.pdf'), '');
    writeFileSync(join(reports, 'not.pdf'), Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 255, 254]));
    writeFileSync(join(reports, '.hidden.txt'), 'hidden');
    const run = await cli('import', library, reports);
    const outcomes = Object.fromEntries(
      run.objects.map(({ path, outcome, reason }) => [
        String(path).slice(reports.length + 1),
        [outcome, reason].filter(Boolean).join(': '),
      ]),
    );
    expect(outcomes).toEqual({
      'a.txt': 'imported',
      'below/again.txt': 'duplicate',
      'empty.pdf': 'unreadable: empty-file',
      'not.pdf': 'unreadable: not-a-pdf',
      '.hidden.txt': 'skipped: hidden',
    });
    expect(run.status).toBe(3);
  });

  it.each([
    ['a missing library', ['list', 'nowhere.kartoteka'], 1, 'library-missing'],
    ['an unknown verb', ['frobnicate'], 2, 'usage'],
    ['a missing argument', ['import', 'x'], 2, 'usage'],
    ['an unknown option', ['list', 'x', '--fast'], 2, 'usage'],
    ['a page that is no number', ['text', 'x', '1', '--page', 'two'], 2, 'usage'],
    ['an unknown format', ['export', 'x', '--format', 'doc', '--out', 'y'], 2, 'usage'],
  ])('refuses %s', async (_name, args, status, error) => {
    const folder = temporaryFolder();
    const [verb = '', ...rest] = args;
    const run = await createCli(folder)(verb, ...rest);
    expect(run.status).toBe(status);
    expect(JSON.parse(run.stderr)).toMatchObject({ error });
    expect(run.stdout).toBe('');
  });

  it('refuses a wrong passphrase, an empty folder, a missing quote and an empty export', async () => {
    const folder = temporaryFolder();
    const cli = createCli(folder);
    const library = join(folder, 'A.kartoteka');
    await cli('create', library);
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    writeFileSync(join(folder, 'a.txt'), 'One good report.');
    await cli('import', library, join(folder, 'a.txt'));

    const kinds = [
      await cli('import', library, empty),
      await cli('tag', library, '--doc', '1', '--page', '1', '--quote', 'not there'),
      await cli('export', library, '--format', 'csv', '--out', join(folder, 'o.csv')),
      await cli('create', library),
      await createCli(folder, 'some other words')('list', library),
    ].map(({ status, stderr }) => [status, String(JSON.parse(stderr).error)]);
    expect(kinds).toEqual([
      [1, 'nothing-to-import'],
      [1, 'quote-not-found'],
      [1, 'nothing-to-export'],
      [1, 'library-exists'],
      [1, 'wrong-passphrase'],
    ]);
  });

  it('prints its usage, and asks for no passphrase where there is no terminal', async () => {
    expect(await runCli(['help'])).toMatchObject({ status: 0 });
    const { objects } = await runCli(['help', '--json']);
    expect(objects[0]?.['usage']).toContain('create LIB');
    const folder = temporaryFolder();
    const library = join(folder, 'A.kartoteka');
    await createCli(folder)('create', library);
    const run = await runCli(['list', library, '--json']);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('--passphrase-file');
  });
});
