/** Processes that die, hang or are started twice: what the person works on goes on. */
import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { preparedRuntime } from '../../scripts/runtime/prepared-runtime.ts';
import { handToApp } from '../../scripts/runtime/scratch-folder.ts';
import {
  libraryProcess,
  makeWorkplace,
  PASSPHRASE,
  startApp,
  type RunningApp,
} from './helpers/app.ts';
import { createLibrary, importPaths, invoke, lockLibrary } from './helpers/bridge.ts';

let app: RunningApp;
let home: string;
let files: string;

test.beforeEach(async () => {
  ({ home, files } = await makeWorkplace());
  app = await startApp(home);
});
test.afterEach(() => app.close());

test('locks when the library process dies, and opens again with nothing lost', async () => {
  await createLibrary(app.window);
  await importPaths(app.window, [await makePdf('before.pdf', 'Before the fall')]);

  expect(process.kill(await libraryProcess(app), 'SIGKILL')).toBe(true);
  await app.window.waitForURL('app://session/**');
  expect(await invoke(app.window, 'session.state', {})).toEqual({
    ok: true,
    value: { kind: 'locked', places: 1, because: 'ended', last: expect.any(Object) },
  });
  expect(await invoke(app.window, 'document.list', {})).toEqual({
    ok: false,
    failure: { kind: 'library-locked' },
  });
  expect(await unlock('not the passphrase')).toEqual({
    ok: false,
    failure: { kind: 'wrong-passphrase' },
  });
  expect(await unlock(PASSPHRASE)).toMatchObject({
    ok: true,
    value: { library: { documents: 1 } },
  });
});

test('locks in the middle of work, and leaves neither the page nor the library process behind', async () => {
  await createLibrary(app.window);
  const path = join(files, 'long.txt');
  const words = Array.from({ length: 20_000 }, (_, index) => `ferry${index.toString(36)}`);
  await writeFile(path, words.join(' '));
  await handToApp(path);
  await importPaths(app.window, [path]);
  const before = await processesOfLibrary(app);
  expect(before.map((pid) => isRunning(pid))).toEqual([true, true]);
  await app.window.evaluate(() => {
    for (let stars = 0; stars < 4; stars += 1) {
      const query = `*r*${'*'.repeat(stars)}`;
      void globalThis.window.kartoteka.invoke('search.query', { query, limit: 500 });
    }
  });
  await lockLibrary(app.window);
  await expect.poll(() => before.map((pid) => isRunning(pid))).toEqual([false, false]);
  expect(await unlock(PASSPHRASE)).toMatchObject({
    ok: true,
    value: { library: { documents: 1 } },
  });
});

test('reads the next PDF in a new cage when the old one was killed', async () => {
  await createLibrary(app.window);
  const imported = { ok: true, value: [{ outcome: { kind: 'imported' } }] };
  expect(await importPaths(app.window, [await makePdf('one.pdf', 'The first')])).toMatchObject(
    imported,
  );
  const cages = (): Promise<number[]> =>
    app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .filter(({ webContents }) => webContents.getURL().startsWith('app://extractor/'))
        .map(({ webContents }) => webContents.getOSProcessId()),
    );
  const [first] = await cages();
  process.kill(first ?? 0, 'SIGKILL');
  await expect.poll(cages).toEqual([]);
  expect(await importPaths(app.window, [await makePdf('two.pdf', 'The second')])).toMatchObject(
    imported,
  );
  const [second] = await cages();
  expect(second).not.toBe(first);

  await lockLibrary(app.window);
  expect(await cages()).toEqual([]);
});

test('a page that dies comes back to the open library', async () => {
  await createLibrary(app.window);
  const processOf = (): Promise<number> =>
    app.electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows().find((one) => one.isVisible())?.webContents;
      return contents && !contents.isLoading() ? contents.getOSProcessId() : 0;
    });
  const before = await processOf();
  await app.electron.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows().find((one) => one.isVisible())?.webContents;
    const back = new Promise<void>((resolve) => contents?.once('did-finish-load', () => resolve()));
    contents?.forcefullyCrashRenderer();
    await back;
  });
  expect(await processOf()).not.toBe(before);
  const state: unknown = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((one) => one.isVisible())
      ?.webContents.executeJavaScript(
        "kartoteka.invoke('session.state', {}).then(({ value }) => value.kind)",
      ),
  );
  expect(state).toBe('open');
});

test('a second start with the same profile ends at once', async () => {
  const { executablePath, appDir } = preparedRuntime();
  const second = spawn(executablePath, [appDir], {
    env: { ...process.env, KARTOTEKA_USER_DATA: join(home, 'profile') },
    stdio: 'ignore',
  });
  expect(await once(second, 'exit')).toEqual([0, null]);
  expect(await invoke(app.window, 'session.state', {})).toMatchObject({ ok: true });
});

test('two windows with different profiles cannot open one library', async () => {
  await createLibrary(app.window);
  const other = await startApp((await makeWorkplace()).home);
  const folder = join(home, 'profile', 'libraries', 'Ferries.kartoteka');
  const request = { folder, passphrase: PASSPHRASE };
  expect(await invoke(other.window, 'session.unlock', request)).toEqual({
    ok: false,
    failure: { kind: 'library-in-use' },
  });
  await other.close();
});

test('closing the window ends the program, the cage too, and leaves a library on one file', async () => {
  await createLibrary(app.window);
  await importPaths(app.window, [await makePdf('one.pdf', 'The first')]);
  const ended = once(app.electron.process(), 'exit');
  await app.electron.evaluate(({ BrowserWindow }) => {
    for (const one of BrowserWindow.getAllWindows()) if (one.isVisible()) one.close();
  });
  await ended;
  const folder = join(home, 'profile', 'libraries', 'Ferries.kartoteka');
  expect((await readdir(folder)).sort()).toEqual([
    'in-use.lock',
    'keys-copy.json',
    'keys.json',
    'library.db',
    'originals.db',
  ]);
  app = await startApp(home);
  expect(await unlock(PASSPHRASE)).toMatchObject({
    ok: true,
    value: { library: { documents: 1 } },
  });
});

test('when the whole program is killed, the next start finds everything', async () => {
  await createLibrary(app.window);
  await importPaths(app.window, [await makePdf('one.pdf', 'The first')]);
  const processes = await processesOfLibrary(app);
  app.electron.process().kill('SIGKILL');
  await expect.poll(() => processes.map((pid) => isRunning(pid))).toEqual([false, false]);
  app = await startApp(home);
  expect(await unlock(PASSPHRASE)).toMatchObject({
    ok: true,
    value: { library: { documents: 1 } },
  });
});

function unlock(passphrase: string): Promise<unknown> {
  return invoke(app.window, 'session.unlock', { folder: null, passphrase });
}

async function makePdf(name: string, text: string): Promise<string> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  pdf.addPage([300, 200]).drawText(text, { x: 20, y: 100, size: 12, font });
  const path = join(files, name);
  await writeFile(path, await pdf.save());
  await handToApp(path);
  return path;
}

/** The page and the library process, as the system numbers them. */
function processesOfLibrary({ electron }: RunningApp): Promise<number[]> {
  return electron.evaluate(({ app: main, BrowserWindow }) => [
    BrowserWindow.getAllWindows()
      .find((one) => one.isVisible())
      ?.webContents.getOSProcessId() ?? 0,
    main.getAppMetrics().find(({ name }) => name === 'Kartoteka library')?.pid ?? 0,
  ]);
}

function isRunning(pid: number): boolean {
  return existsSync(`/proc/${pid}`) && !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
}
