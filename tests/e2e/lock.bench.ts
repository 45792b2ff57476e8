/** `npm run bench -- vault`: how long a lock by its key takes in the real program, while nothing goes on and while an import runs. */
import { expect, test } from '@playwright/test';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { handToApp } from '../../scripts/runtime/scratch-folder.ts';
import { makePdf } from '../fixtures/import/make-pdf.ts';
import { InventedWords } from '../helpers/invented-words.ts';
import { makeWorkplace, PASSPHRASE, startApp, type RunningApp } from './helpers/app.ts';
import { createLibrary, enterLibrary, importPaths, invoke } from './helpers/bridge.ts';

const LOCKS = Number(process.env['KARTOTEKA_BENCH_LOCKS'] ?? 10);
const SEED = 20_261_123;
/** What is imported while it is locked: every other lock in long texts, every other in PDFs of many pages. */
const FILES = 12;
const WORDS_OF_A_TEXT = 60_000;
const PAGES_OF_A_PDF = 120;
/** Longer than all of it takes. */
const IDLE_MINUTES = 30;

/** Milliseconds from before the key is pressed. */
interface LockTimes {
  readonly libraryGone: number;
  readonly pageGone: number;
}

test('locks', async () => {
  const output = process.env['KARTOTEKA_BENCH_OUTPUT'];
  if (!output) throw new Error('Start with: npm run bench -- vault');
  const { home, files } = await makeWorkplace();
  const app = await startApp(home);
  await createLibrary(app.window);
  // Keys that a test presses do not count as a person who is there.
  const settings = await invoke(app.window, 'settings.set', { idleMinutes: IDLE_MINUTES });
  expect(settings).toMatchObject({ ok: true });
  const words = new InventedWords(SEED, 4_000);
  await importPaths(app.window, await makeTexts(files, 'first', words, 2_000));

  const idle: LockTimes[] = [];
  for (let lock = 0; lock < LOCKS; lock += 1) {
    await shown(app);
    idle.push(await lockByKey(app));
    await unlock(app);
  }
  const importing: LockTimes[] = [];
  for (let lock = 0; lock < LOCKS; lock += 1) {
    const paths =
      lock % 2 === 0
        ? await makeTexts(files, `${lock}`, words, WORDS_OF_A_TEXT)
        : await makePdfs(files, `${lock}`, words);
    await shown(app);
    const { value: batchId } = (await invoke(app.window, 'import.start', { paths })) as {
      value: number;
    };
    const atLeast = 1 + words.random.below(FILES / 2);
    await expect
      .poll(() => doneOf(app, batchId), { intervals: [5], timeout: 60_000 })
      .toBeGreaterThanOrEqual(atLeast);
    expect(await doneOf(app, batchId), 'still under way').toBeLessThan(FILES);
    importing.push(await lockByKey(app));
    await unlock(app);
    // It goes on by itself; the next lock is to find only its own files under way.
    await expect.poll(async () => (await jobsOf(app)).length).toBeGreaterThan(0);
    for (const { id } of await jobsOf(app)) await invoke(app.window, 'job.cancel', { jobId: id });
    await expect.poll(() => isBusy(app), { timeout: 60_000 }).toBe(false);
  }
  await app.close();
  writeFileSync(output, JSON.stringify({ idle, importing }));
});

/** As a person would: with the key, and then the passphrase. */
async function lockByKey(app: RunningApp): Promise<LockTimes> {
  const [page = 0, library = 0] = await processesOf(app);
  expect(isRunning(page) && isRunning(library)).toBe(true);
  const begun = performance.now();
  const after = async (pid: number): Promise<number> => {
    await expect.poll(() => isRunning(pid), { intervals: [2] }).toBe(false);
    return performance.now() - begun;
  };
  const pressed = app.window.keyboard.press('ControlOrMeta+l');
  const [libraryGone, pageGone] = await Promise.all([after(library), after(page)]);
  // The page may be gone before it can say that it heard the key.
  await pressed.catch(() => undefined);
  await app.window.waitForURL('app://session/**');
  return { libraryGone, pageGone };
}

async function unlock({ window }: RunningApp): Promise<void> {
  const unlocked = await invoke(window, 'session.unlock', { folder: null, passphrase: PASSPHRASE });
  expect(unlocked).toMatchObject({ ok: true });
  await enterLibrary(window);
}

async function shown({ window }: RunningApp): Promise<void> {
  await expect(window.getByRole('navigation', { name: 'Sections' })).toBeVisible();
}

interface ShownJob {
  readonly id: number;
  readonly batchId: number;
  readonly done: number;
  readonly state: { readonly kind: string };
}

async function jobsOf({ window }: RunningApp): Promise<readonly ShownJob[]> {
  const { value } = (await invoke(window, 'job.list', {})) as { value: readonly ShownJob[] };
  return value;
}

async function doneOf(app: RunningApp, batchId: number): Promise<number> {
  return (await jobsOf(app)).find((job) => job.batchId === batchId)?.done ?? 0;
}

async function isBusy(app: RunningApp): Promise<boolean> {
  const ended = ['done', 'cancelled', 'failed'];
  return (await jobsOf(app)).some(({ state }) => !ended.includes(state.kind));
}

async function makeTexts(
  folder: string,
  name: string,
  words: InventedWords,
  length: number,
): Promise<string[]> {
  const paths: string[] = [];
  for (let file = 0; file < FILES; file += 1) {
    const path = join(folder, `${name}-${file}.txt`);
    writeFileSync(path, words.text(words.language(), length));
    await handToApp(path);
    paths.push(path);
  }
  return paths;
}

async function makePdfs(folder: string, name: string, words: InventedWords): Promise<string[]> {
  const paths: string[] = [];
  for (let file = 0; file < FILES; file += 1) {
    const pages = Array.from({ length: PAGES_OF_A_PDF }, () => words.text('latin', 12));
    const path = join(folder, `${name}-${file}.pdf`);
    writeFileSync(path, await makePdf({ pages, title: words.text('latin', 3) }));
    await handToApp(path);
    paths.push(path);
  }
  return paths;
}

/** The page and the library process, as the system numbers them. */
function processesOf({ electron }: RunningApp): Promise<number[]> {
  return electron.evaluate(({ app, BrowserWindow }) => [
    BrowserWindow.getAllWindows()
      .find((one) => one.isVisible())
      ?.webContents.getOSProcessId() ?? 0,
    app.getAppMetrics().find(({ name }) => name === 'Kartoteka library')?.pid ?? 0,
  ]);
}

function isRunning(pid: number): boolean {
  return existsSync(`/proc/${pid}`) && !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
}
