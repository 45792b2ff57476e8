/**
 * kill -9 of the real library process at random moments: what the page was answered is there after the next unlocking.
 * A hundred moments of all kinds of work are in tests/integration/durability/kill.test.ts; this one has the ports, the jobs and
 * the tending of the real process. To repeat a run that failed: KARTOTEKA_SEED=number.
 */
import { expect, test, type Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { handToApp } from '../../scripts/runtime/scratch-folder.ts';
import { openLibrary } from '../../src/core/library/library.ts';
import { verifyLibrary } from '../../src/core/library/verify-library.ts';
import { openSearchIndex } from '../../src/core/search/open-search-index.ts';
import { InventedWords, SeededRandom } from '../helpers/invented-words.ts';
import { makeWorkplace, PASSPHRASE, startApp, type RunningApp } from './helpers/app.ts';
import { createLibrary, enterLibrary, invoke } from './helpers/bridge.ts';

const KILLS = 8;
const FILES = 80;
/** Drawn moments lie within so many milliseconds of work. */
const WORK_MS = 400;
const SEED = Number(process.env['KARTOTEKA_SEED'] ?? 1 + Math.floor(Math.random() * 1e9));

interface Answer<T> {
  readonly ok: boolean;
  readonly value: T;
}

test('what was answered outlives the library process', async () => {
  test.setTimeout(180_000);
  const random = new SeededRandom(SEED);
  const { home, files } = await makeWorkplace();
  // Small ones: a file over which the program dies three times is not tried again.
  const paths = await makeFiles(files);
  const app = await startApp(home);
  await createLibrary(app.window);
  test.info().annotations.push({ type: 'seed', description: String(SEED) });
  const started = await invoke(app.window, 'import.start', { paths });
  expect(started).toMatchObject({ ok: true });

  const answered = new Set<string>();
  const documents = new Set<number>();
  for (let kill = 0; kill < KILLS; kill += 1) {
    const killed = killLibraryAfter(app, random.next() * WORK_MS);
    const asked = await addTags(app.window, kill, answered);
    await killed;
    await app.window.waitForURL('app://session/**');
    await unlock(app.window);

    const names = await tagNames(app.window);
    const missing = [...answered].filter((name) => !names.includes(name));
    expect(missing, `seed ${SEED}, kill ${kill}`).toEqual([]);
    // What was asked last may have been done without an answer; nothing else may.
    const unknown = names.filter((name) => !answered.has(name) && name !== asked);
    expect(unknown, `seed ${SEED}, kill ${kill}`).toEqual([]);
    for (const name of names) answered.add(name);
    const present = await documentIds(app.window);
    expect([...documents].filter((id) => !present.includes(id))).toEqual([]);
    for (const id of present) documents.add(id);
  }
  expect(answered.size).toBeGreaterThan(KILLS);

  // The import went on after each unlocking, and imported nothing twice.
  await expect.poll(async () => (await documentIds(app.window)).length).toBe(FILES);
  await app.close();
  const folder = join(home, 'profile', 'libraries', 'Ferries.kartoteka');
  const library = await openLibrary(folder, PASSPHRASE);
  const report = verifyLibrary(library, openSearchIndex(library.database));
  library.close();
  expect(report).toMatchObject({ documents: FILES, problems: [] });
});

/** Makes tags, one after the other, until the process is gone; answers the one that was not answered. */
async function addTags(window: Page, kill: number, answered: Set<string>): Promise<string> {
  for (let number = 0; ; number += 1) {
    const name = `tag ${kill} ${number}`;
    const command = { kind: 'tag.create', fields: { name, parentId: null, colour: null } };
    try {
      const outcome = (await invoke(window, 'command.run', { command })) as Answer<unknown>;
      if (!outcome.ok) return name;
      answered.add(name);
    } catch {
      // The page went to the session page while it waited.
      return name;
    }
  }
}

test('what is being typed outlives the library process a second later', async () => {
  const { home } = await makeWorkplace();
  const app = await startApp(home);
  const { window } = app;
  await createLibrary(window);
  const fields = { title: 'Ferry', description: '' };
  await invoke(window, 'command.run', { command: { kind: 'case.create', fields } });
  await window.getByRole('button', { name: 'Cases', exact: true }).click();
  await window.getByText('Ferry', { exact: true }).first().click();
  const field = window.getByRole('textbox', { name: 'Description' });
  await field.pressSequentially('Nobody left it', { delay: 30 });
  // eslint-disable-next-line no-restricted-syntax -- it is time that is meant here
  await field.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
  await expect(field).toBeFocused();
  await killLibraryAfter(app, 0);
  await window.waitForURL('app://session/**');
  await unlock(window);
  const { value } = (await invoke(window, 'label.book', {})) as Answer<{
    cases: { description: string }[];
  }>;
  expect(value.cases[0]?.description).toBe('Nobody left it');
  await app.close();
});

async function killLibraryAfter({ electron }: RunningApp, milliseconds: number): Promise<void> {
  await electron.evaluate(({ app }, delay) => {
    const library = app.getAppMetrics().find(({ name }) => name === 'Kartoteka library');
    if (!library) throw new Error('There is no library process');
    setTimeout(() => process.kill(library.pid, 'SIGKILL'), delay);
  }, milliseconds);
}

async function unlock(window: Page): Promise<void> {
  const unlocked = await invoke(window, 'session.unlock', { folder: null, passphrase: PASSPHRASE });
  expect(unlocked).toMatchObject({ ok: true });
  await enterLibrary(window);
}

async function tagNames(window: Page): Promise<string[]> {
  const { value } = (await invoke(window, 'label.book', {})) as Answer<{
    tags: { name: string }[];
  }>;
  return value.tags.map(({ name }) => name);
}

async function documentIds(window: Page): Promise<number[]> {
  const { value } = (await invoke(window, 'document.list', {})) as Answer<{ id: number }[]>;
  return value.map(({ id }) => id);
}

async function makeFiles(folder: string): Promise<string[]> {
  const words = new InventedWords(SEED, 400);
  const paths: string[] = [];
  for (let file = 0; file < FILES; file += 1) {
    const path = join(folder, `${file}.txt`);
    writeFileSync(path, words.text(words.language(), 700));
    await handToApp(path);
    paths.push(path);
  }
  return paths;
}
