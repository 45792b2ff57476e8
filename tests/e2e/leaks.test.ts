/**
 * The promise: a disk image shows that Kartoteka is there and how big its library is, and nothing else. A session full
 * of markers is worked through, then every file the program could have written is searched for them.
 */
import { expect, test } from '@playwright/test';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { handToApp } from '../../scripts/runtime/scratch-folder.ts';
import {
  answerOpenDialog,
  answerSaveDialog,
  chooseMenu,
  makeWorkplace,
  startApp,
  step,
  type RunningApp,
} from './helpers/app.ts';
import {
  applyInPalette,
  createLibrary,
  documentRows,
  importFiles,
  reader,
  searchHits,
  selectWords,
  unlock,
} from './helpers/journey.ts';
import { writeLargePdf } from './helpers/large-pdf.ts';
import { findInFolders, type Leak } from './helpers/leak-search.ts';

const LARGE_BYTES = 210 * 1024 * 1024;

/** Other words in every run, so that nothing left by an earlier one is found. The second cannot be written in ASCII. */
const LATIN = `zq${randomBytes(5).toString('hex')}`;
const CYRILLIC = `щъ${randomBytes(5).toString('hex')}`;
const WORDS = [LATIN, CYRILLIC];

interface Places {
  /** Everything the program and its user can write to. */
  readonly folders: readonly string[];
  /** What the person put there on purpose. */
  readonly sources: string;
  readonly exported: string;
  /** Searched like all the rest: a backup is encrypted. */
  readonly backups: string;
}

test('finds a leak that was planted, in every form it looks for', async () => {
  const { files } = await makeWorkplace();
  const forms = {
    'UTF-8': Buffer.from(`before ${CYRILLIC} after`),
    'UTF-16LE': Buffer.from(`before ${CYRILLIC} after`, 'utf16le'),
    'percent-encoding': Buffer.from(`file:///x/${encodeURIComponent(CYRILLIC)}`),
    'percent-encoding, small': Buffer.from(
      `file:///x/${encodeURIComponent(CYRILLIC).replaceAll(/%../gu, (code) => code.toLowerCase())}`,
    ),
    'zlib, UTF-8': Buffer.concat([randomBytes(999), deflateSync(`before ${CYRILLIC} after`)]),
    'gzip, UTF-16LE': Buffer.concat([
      randomBytes(999),
      gzipSync(Buffer.from(`before ${CYRILLIC} after`, 'utf16le')),
    ]),
  };
  mkdirSync(join(files, 'below'));
  for (const [form, bytes] of Object.entries(forms)) {
    // Far into the file, across the edge of what is read at once.
    const padding = Buffer.alloc(8 * 1024 * 1024 - 1010);
    writeFileSync(join(files, 'below', form), Buffer.concat([padding, bytes]));
  }
  writeFileSync(join(files, `${LATIN}.txt`), '');
  const found = findInFolders([files], WORDS);
  for (const form of Object.keys(forms)) {
    expect(found).toContainEqual({ place: join(files, 'below', form), form });
  }
  expect(found).toContainEqual({ place: join(files, `${LATIN}.txt`), form: 'file name' });
  rmSync(join(files, 'below'), { recursive: true });
  rmSync(join(files, `${LATIN}.txt`));
  expect(findInFolders([files], WORDS)).toEqual([]);
});

test('nothing of a library is readable on the disk: running, locked, after quit, after kill -9', async () => {
  test.setTimeout(600_000);
  const { home, files } = await makeWorkplace();
  const sources = join(files, 'sources');
  mkdirSync(sources);
  const pdf = join(sources, `report ${LATIN}.pdf`);
  const text = join(sources, `diary ${CYRILLIC}.txt`);
  await writeLargePdf(pdf, `The ferry ${LATIN} left the harbour at noon`, LARGE_BYTES);
  writeFileSync(text, `The warden wrote ${CYRILLIC} into the book of the harbour.`);
  await handToApp(sources);

  let app = await startApp(home);
  const places: Places = {
    folders: await writablePlaces(app, home, files),
    sources,
    exported: join(files, 'excerpts.csv'),
    backups: join(files, 'backups'),
  };

  await step('import, read, tag, note, search, sort, export', async () => {
    await createLibrary(app.window, 'Work');
    await importFiles(app, [pdf, text], 2);
    await workThrough(app, places.exported);
  });
  await step('back up', async () => backUp(app, places.backups));
  await step('while it runs', async () => expectNothing(places));

  await step('locked', async () => {
    await app.window.keyboard.press('ControlOrMeta+l');
    await expect(app.window.getByRole('button', { name: 'Unlock', exact: true })).toBeVisible();
    expectNothing(places);
  });

  await step('after quit', async () => {
    await app.close();
    expectNothing(places);
  });

  await step('after kill -9', async () => {
    app = await startApp(home);
    await unlock(app.window);
    await expect(documentRows(app.window)).toHaveCount(2);
    await search(app, CYRILLIC);
    const ended = app.electron.waitForEvent('close');
    await app.electron.evaluate(() => process.kill(process.pid, 'SIGKILL')).catch(() => undefined);
    await ended;
    expectNothing(places);
  });
});

/** Marks in everything a person can write: note, tag, case, title, query and export. */
async function workThrough(app: RunningApp, exported: string): Promise<void> {
  const { window } = app;
  await window.getByRole('button', { name: 'Search', exact: true }).click();
  await search(app, LATIN);
  await searchHits(window).first().click();
  await expect(reader(window).getByText(LATIN).first()).toBeVisible();
  await selectWords(window, 'left the harbour at noon');
  await window.keyboard.press('t');
  await applyInPalette(window, /Create tag/u, `tag ${LATIN}`, 'Shift+Enter');
  await applyInPalette(window, /Create case/u, `case ${CYRILLIC}`, 'Enter');
  await window.keyboard.press('n');
  await window.keyboard.insertText(`A note about ${CYRILLIC} and ${LATIN}`);
  await window.getByRole('button', { name: 'Library', exact: true }).click();
  await window.getByRole('columnheader', { name: 'Title' }).click();
  await answerSaveDialog(app, exported);
  await window.keyboard.press('ControlOrMeta+e');
  await window
    .getByRole('dialog')
    .getByRole('button', { name: /^Export/u })
    .click();
  await expect.poll(() => existsSync(exported)).toBe(true);
  await window.keyboard.press('Escape');
}

async function backUp(app: RunningApp, folder: string): Promise<void> {
  mkdirSync(folder);
  await handToApp(folder);
  await answerOpenDialog(app, [folder]);
  await chooseMenu(app, 'library.backup');
  const { window } = app;
  await expect(window.getByText('The backup is whole')).toBeVisible({ timeout: 60_000 });
  const [name = ''] = readdirSync(folder);
  // Two hundred megabytes of what must not be readable.
  expect(statSync(join(folder, name, 'originals.db')).size).toBeGreaterThan(LARGE_BYTES);
}

async function search({ window }: RunningApp, words: string): Promise<void> {
  await window.keyboard.press('ControlOrMeta+Shift+f');
  await window.getByRole('combobox', { name: 'Search all documents' }).fill(words);
  await expect(searchHits(window).first()).toBeVisible();
}

/** HOME, TMPDIR and the working folder of the program, its profile, and where the system has temporary files. */
async function writablePlaces(app: RunningApp, home: string, files: string): Promise<string[]> {
  const folders = await app.electron.evaluate(({ app: main }) => [
    process.env['HOME'] ?? '',
    process.env['TMPDIR'] ?? '',
    process.cwd(),
    ...(['home', 'userData', 'sessionData', 'temp', 'crashDumps', 'logs'] as const).map((name) =>
      main.getPath(name),
    ),
  ]);
  const shared = dirname(process.env['KARTOTEKA_SCRATCH'] ?? home);
  const all = [...folders, home, files, shared, '/dev/shm'];
  return [...new Set(all)].filter(
    (folder) => folder !== '' && !all.some((other) => folder.startsWith(`${other}/`)),
  );
}

function expectNothing({ folders, sources, exported }: Places): void {
  const found: Leak[] = findInFolders(folders, WORDS, [sources]);
  // The one file the person asked for; that it is found shows that the search works here, too.
  expect(found.some(({ place }) => place === exported)).toBe(true);
  expect(found.filter(({ place }) => place !== exported)).toEqual([]);
}
