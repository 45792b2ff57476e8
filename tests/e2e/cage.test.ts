/** PDFs are read and drawn in a cage of their own: what the interface gets, what the cage can do, and what its death does. */
import { expect, test, type Page } from '@playwright/test';
import { readFileSync, readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { handToApp } from '../../scripts/runtime/scratch-folder.ts';
import { preparedRuntime } from '../../scripts/runtime/prepared-runtime.ts';
import { makePdf } from '../fixtures/import/make-pdf.ts';
import { makeHangingPdf, makeNeverEndingPdf } from '../fixtures/hostile/endless-pdf.ts';
import { makeWorkplace, startApp, type RunningApp } from './helpers/app.ts';
import { createLibrary, importPaths, invoke, lockLibrary } from './helpers/bridge.ts';
import { documentRows, reader, searchHits } from './helpers/journey.ts';

const HARMLESS = { first: 'Before the flood.', third: 'After the flood.' };

let app: RunningApp;
let files: string;

test.beforeEach(async () => {
  const { home, files: folder } = await makeWorkplace();
  files = folder;
  app = await startApp(home);
  await createLibrary(app.window);
});
test.afterEach(() => app.close());

test('the interface gets neither the reader of PDFs nor the bytes, and cannot start it', async () => {
  await openDocument({ 'ferry.pdf': await makePdf({ pages: ['The ferry left.'] }) });
  await expect(words(1, 'The ferry left.')).toBeVisible();

  const [cage] = await usedCages();
  if (process.platform === 'linux') {
    expect(threadsOf(await interfaceProcess())).not.toContain('DedicatedWorker');
    expect(threadsOf(cage?.pid ?? 0)).toContain('DedicatedWorker');
  }
  const found = await app.window.evaluate(
    async (worker) => {
      const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
      const status = async (path: string): Promise<number> => (await fetch(path)).status;
      const threw = (run: () => unknown): string => {
        try {
          run();
          return 'worked';
        } catch (error) {
          return error instanceof Error ? error.name : 'threw';
        }
      };
      return {
        loaded: loaded.filter((name) => /worker|pdfjs\/|drawing|extractor/u.test(name)),
        worker: await status(worker),
        data: await status('/pdfjs/cmaps/UniGB-UCS2-H.bcmap'),
        page: await status('/drawing/drawing.html'),
        start: threw(() => new Worker(worker, { type: 'module' })),
      };
    },
    `/assets/${builtFiles().find((name) => name.startsWith('pdf.worker')) ?? ''}`,
  );
  expect(found).toEqual({ loaded: [], worker: 404, data: 404, page: 404, start: 'TypeError' });
  expect(await invoke(app.window, 'document.bytes', { documentId: 1, begin: 0, end: 9 })).toEqual({
    ok: false,
    failure: { kind: 'invalid-request' },
  });
});

test('no script that the pages of the interface can load has the reader of PDFs in it', () => {
  // Words of pdf.js' catalogue reader; they are in its worker and nowhere else.
  const mark = 'Unable to read document outline';
  const withMark = builtFiles().filter((name) => read(name).includes(mark));
  expect(withMark.map((name) => name.replace(/-[^-]*\.js$/u, ''))).toEqual(['pdf.worker']);
  const reached = new Set<string>();
  const follow = (text: string): void => {
    for (const [, name = ''] of text.matchAll(/["'`/]([\w.-]+\.js)["'`]/gu)) {
      if (reached.has(name) || !builtFiles().includes(name)) continue;
      reached.add(name);
      follow(read(name));
    }
  };
  for (const page of ['index.html', 'session.html']) follow(read(join('..', page)));
  expect([...reached].some((name) => name.startsWith('index'))).toBe(true);
  expect([...reached].filter((name) => withMark.includes(name))).toEqual([]);
});

test('a cage is sandboxed, knows nothing of Electron and reaches nothing', async () => {
  await openDocument({ 'ferry.pdf': await makePdf({ pages: ['The ferry left.'] }) });
  await expect(words(1, 'The ferry left.')).toBeVisible();
  const [cage] = await usedCages();
  if (process.platform === 'linux') {
    const status = readFileSync(`/proc/${cage?.pid}/status`, 'utf8');
    expect(status).toMatch(/^Seccomp:\t2$/mu);
    expect(status).toMatch(/^NoNewPrivs:\t1$/mu);
  }
  const found = await pageOf(cage?.url).evaluate(async () => {
    const failed = (run: () => Promise<unknown>): Promise<string> =>
      run().then(
        () => 'worked',
        () => 'refused',
      );
    return {
      globals: ['require', 'process', 'module', 'Buffer', 'electron', 'kartoteka'].filter(
        (name) => name in window,
      ),
      interface: await failed(() => fetch('app://main/index.html', { mode: 'no-cors' })),
      otherCage: await failed(() => fetch('app://drawing-99/drawing/drawing.html')),
      elsewhere: await failed(() => fetch('https://hosts.invalid/')),
      disk: await failed(() => fetch('file:///etc/hostname')),
      opened: window.open('https://windows.invalid/'),
    };
  });
  expect(found).toEqual({
    globals: [],
    interface: 'refused',
    otherCage: 'refused',
    elsewhere: 'refused',
    disk: 'refused',
    opened: null,
  });
});

test('each document has a cage and a process of its own, which ends when it is closed or locked', async () => {
  await openDocument({
    'one.pdf': await makePdf({ pages: ['The first report.'] }),
    'two.pdf': await makePdf({ pages: ['The second report.'] }),
  });
  await expect(words(1, 'The first report.')).toBeVisible();
  const [first] = await usedCages();
  await documentRows(app.window).filter({ hasText: 'two' }).click();
  await expect(words(1, 'The second report.')).toBeVisible();
  const second = await usedCages();
  expect(second).toHaveLength(1);
  expect(second[0]?.pid).not.toBe(first?.pid);
  expect(second[0]?.url).not.toBe(first?.url);
  await reader(app.window).getByRole('button', { name: 'Close the document' }).click();
  await expect.poll(usedCages).toEqual([]);

  await documentRows(app.window).filter({ hasText: 'one' }).click();
  await expect(words(1, 'The first report.')).toBeVisible();
  await lockLibrary(app.window);
  expect(await allCages()).toEqual([]);
});

test('a cage can read its document, in moderate pieces, and no other', async () => {
  await openDocument({
    'one.pdf': await makePdf({ pages: ['The first report.'] }),
    'two.pdf': await makePdf({ pages: ['The second report.'] }),
  });
  await expect(words(1, 'The first report.')).toBeVisible();
  const asked = (message: object) => replyToCage(message);
  const size = readFileSync(join(files, 'two.pdf')).length;
  expect(await asked({ kind: 'read', id: 1, begin: 0, end: 8 })).toEqual([
    `size ${size}`,
    'bytes %PDF-1.7',
  ]);
  for (const message of [
    { kind: 'read', id: 1, begin: 0, end: 9 * 1024 * 1024 },
    { kind: 'read', id: 1, begin: 0, end: 8, documentId: 1 },
    { kind: 'open', documentId: 1 },
    { id: 1, channel: 'document.list', request: {} },
  ]) {
    expect(await asked(message), JSON.stringify(message)).toEqual([`size ${size}`, 'closed']);
  }
});

test('a cage that lies about a picture is ended, and the page comes from another', async () => {
  await openDocument({
    'one.pdf': await makePdf({ pages: ['The first report.'] }),
    'two.pdf': await makePdf({ pages: ['The second report.'] }),
  });
  await expect(words(1, 'The first report.')).toBeVisible();
  const spare = pageOf(await spareCage());
  await spare.evaluate(() => {
    const lie = async (port: MessagePort, id: number, kind: string): Promise<void> => {
      const page = { view: [0, 0, 400, 500], rotate: 0, userUnit: 1 };
      const answers: Record<string, unknown> = {
        document: { labels: null, language: null },
        page,
        picture: await createImageBitmap(new ImageData(9000, 3)),
      };
      port.postMessage({ kind: 'answer', id, answer: answers[kind] });
    };
    window.addEventListener(
      'message',
      (event) => {
        event.stopImmediatePropagation();
        const [, port] = event.ports;
        if (!port) return;
        port.onmessage = ({ data }: MessageEvent<{ id: number; question: { kind: string } }>) =>
          void lie(port, data.id, data.question.kind);
      },
      { capture: true },
    );
  });
  await documentRows(app.window).filter({ hasText: 'two' }).click();
  await expect(words(1, 'The second report.')).toBeVisible();
  expect(spare.isClosed()).toBe(true);
});

test('a cage that is killed while a document is read is replaced unseen', async () => {
  const pages = Array.from({ length: 40 }, (_, index) => `Page ${index + 1} of the log.`);
  await openDocument({ 'log.pdf': await makePdf({ pages }) });
  await expect(words(1, 'Page 1 of the log.')).toBeVisible();
  const [before] = await usedCages();
  process.kill(before?.pid ?? 0, 'SIGKILL');
  await expect.poll(usedCages).toEqual([]);
  await expect(words(1, 'Page 1 of the log.')).toBeVisible();

  await goTo(30);
  await expect(words(30, 'Page 30 of the log.')).toBeVisible();
  const [after] = await usedCages();
  expect(after?.pid).not.toBe(before?.pid);
  await expect(app.window.getByText('This page could not be drawn')).toHaveCount(0);
});

test('a page that hangs its reader is given up, says so, and can be tried again', async () => {
  await app.window.waitForLoadState();
  await app.window.clock.install();
  await openDocument({ 'loop.pdf': await makeHangingPdf(HARMLESS) });
  await expect(words(1, HARMLESS.first)).toBeVisible();
  const [before] = await usedCages();
  await goTo(2);
  const trouble = pageElement(2).getByRole('alert');
  const giveUp = async (): Promise<void> => {
    await expect(pageElement(2)).toHaveClass(/loading/u);
    await app.window.clock.fastForward(31_000);
    await expect(trouble).toContainText('This page could not be drawn');
  };
  await giveUp();
  await expect(trouble).toContainText('It took too long');
  await goTo(3);
  await expect(words(3, HARMLESS.third)).toBeVisible();
  expect((await usedCages()).map(({ pid }) => pid)).not.toContain(before?.pid);
  await goTo(2);
  await trouble.getByRole('button', { name: 'Try again' }).click();
  await expect(trouble).toHaveCount(0);
  await giveUp();
});

test('a page that is never done keeps nobody from the others', async () => {
  await openDocument({ 'flood.pdf': await makeNeverEndingPdf(HARMLESS) });
  await expect(words(1, HARMLESS.first)).toBeVisible();
  await goTo(2);
  await expect(pageElement(2).locator('canvas')).toBeVisible();
  await goTo(3);
  await expect(words(3, HARMLESS.third)).toBeVisible();
  await app.window.getByRole('button', { name: 'Search', exact: true }).click();
  await app.window.getByRole('combobox', { name: 'Search all documents' }).fill('flood');
  await expect(searchHits(app.window).first()).toBeVisible();
});

test('a cage that takes too much memory is ended, and the document goes on in another', async () => {
  await openDocument({ 'log.pdf': await makePdf({ pages: ['The first.', 'The second.'] }) });
  await expect(words(2, 'The second.')).toBeVisible();
  const [before] = await usedCages();
  await pageOf(before?.url).evaluate(() => {
    const hoard: Uint8Array[] = [];
    Object.assign(window, { hoard });
    setInterval(() => hoard.push(new Uint8Array(64 * 1024 * 1024).fill(1)), 20);
  });
  await expect.poll(usedCages, { timeout: 30_000 }).toEqual([]);
  await reader(app.window).getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(async () => (await usedCages()).length).toBe(1);
  await expect(words(1, 'The first.')).toBeVisible();
  await expect(app.window.getByText('This page could not be drawn')).toHaveCount(0);
});

/** Imports the files and opens the first. */
async function openDocument(contents: Record<string, Uint8Array>): Promise<void> {
  const paths: string[] = [];
  for (const [name, content] of Object.entries(contents)) {
    const path = join(files, name);
    await writeFile(path, content);
    await handToApp(path);
    paths.push(path);
  }
  await importPaths(app.window, paths);
  const [first = ''] = Object.keys(contents);
  await documentRows(app.window)
    .filter({ hasText: first.replace('.pdf', '') })
    .click();
}

function pageElement(number: number) {
  return reader(app.window).locator(`.page[data-page-number="${number}"]`);
}

/** Words in the text layer of a page; it comes after the picture. */
function words(number: number, text: string) {
  return pageElement(number).locator('.textLayer').getByText(text);
}

async function goTo(page: number): Promise<void> {
  await reader(app.window).getByRole('textbox', { name: 'Go to page' }).fill(String(page));
  await app.window.keyboard.press('Enter');
}

interface CageProcess {
  readonly url: string;
  readonly pid: number;
}

function allCages(): Promise<CageProcess[]> {
  return app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .map(({ webContents }) => ({ url: webContents.getURL(), pid: webContents.getOSProcessId() }))
      .filter(({ url }) => url.startsWith('app://drawing-')),
  );
}

/** Cages that have a document: pdf.js' worker runs in them. */
async function usedCages(): Promise<CageProcess[]> {
  const cages = await allCages();
  const used = await Promise.all(cages.map(async ({ url }) => pageOf(url).workers().length > 0));
  return cages.filter((_, index) => used[index]);
}

/** The address of the cage that waits for the next document, once it is there. */
async function spareCage(): Promise<string> {
  let spare: CageProcess | undefined;
  await expect(async () => {
    const used = await usedCages();
    spare = (await allCages()).find(({ url }) => used.every((one) => one.url !== url));
    expect(spare?.url).toContain('drawing.html');
    await pageOf(spare?.url).waitForLoadState();
  }).toPass();
  return spare?.url ?? '';
}

function pageOf(url: string | undefined): Page {
  const found = app.electron.windows().find((page) => page.url() === url);
  if (!found) throw new Error('There is no such window');
  return found;
}

/** Opens the second document in a cage that only says one thing over its port of bytes; answers what it hears. */
async function replyToCage(message: object): Promise<string[]> {
  const url = await spareCage();
  await pageOf(url).evaluate((said) => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    window.addEventListener(
      'message',
      (event) => {
        event.stopImmediatePropagation();
        const [port] = event.ports;
        if (!port) return;
        port.addEventListener('close', () => heard.push('closed'));
        port.addEventListener('message', ({ data }: MessageEvent) => {
          const { kind, size, bytes } = data as { kind: string; size?: number; bytes?: Uint8Array };
          heard.push(`${kind} ${bytes ? new TextDecoder().decode(bytes) : size}`);
        });
        port.start();
        port.postMessage(said);
      },
      { capture: true },
    );
  }, message);
  const opened = await invoke(app.window, 'document.open-cage', { documentId: 2 });
  const heard = (): Promise<unknown> =>
    pageOf(url).evaluate(() => (window as unknown as { heard: string[] }).heard);
  await expect.poll(heard).toHaveLength(2);
  const answer = (await heard()) as string[];
  await invoke(app.window, 'document.close-cage', { cage: (opened as { value: number }).value });
  return answer;
}

function interfaceProcess(): Promise<number> {
  return app.electron.evaluate(
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((one) => one.isVisible())
        ?.webContents.getOSProcessId() ?? 0,
  );
}

function threadsOf(pid: number): string {
  return readdirSync(`/proc/${pid}/task`)
    .map((task) => readFileSync(`/proc/${pid}/task/${task}/comm`, 'utf8').trim())
    .join(' ');
}

const ASSETS = join(preparedRuntime().appDir, 'out/renderer/assets');

function builtFiles(): string[] {
  return readdirSync(ASSETS).filter((name) => name.endsWith('.js'));
}

function read(name: string): string {
  return readFileSync(join(ASSETS, name), 'utf8');
}
