/** PDFs made to do harm, imported and read: what they try does not happen, and the work goes on beside them. */
import { expect, test } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { preparedRuntime } from '../../scripts/runtime/prepared-runtime.ts';
import { handToApp } from '../../scripts/runtime/scratch-folder.ts';
import * as bombs from '../fixtures/hostile/bombs.ts';
import { ATTACHED_WORDS, HOSTILE_WORDS, makeHostilePdf } from '../fixtures/hostile/hostile-pdf.ts';
import { makeXfaPdf, XFA_WORDS } from '../fixtures/hostile/hostile-xfa.ts';
import { makePdf } from '../fixtures/import/make-pdf.ts';
import { makeWorkplace, startApp, type RunningApp } from './helpers/app.ts';
import { createLibrary, importPaths, invoke } from './helpers/bridge.ts';
import { closeAddress, documentRows, reader } from './helpers/journey.ts';

let app: RunningApp;
let files: string;

test.beforeEach(async () => {
  const { home, files: folder } = await makeWorkplace();
  files = folder;
  app = await startApp(home);
  await createLibrary(app.window);
});
test.afterEach(() => app.close());

test('files that hang the extractor or fill the memory are given up, and those between them are read', async () => {
  // A file that hangs is given a minute.
  test.setTimeout(240_000);
  const good = (number: number): Promise<Uint8Array> =>
    makePdf({ pages: [`The ferry of pier ${number} left.`] });
  const given: readonly (readonly [Uint8Array, string])[] = [
    [bombs.flateBomb(), 'out-of-memory'],
    [await good(1), 'imported'],
    [bombs.tooManyObjects(), 'out-of-memory'],
    [await good(2), 'imported'],
    [bombs.deepNesting(), 'damaged-pdf'],
    [bombs.pagesInACircle(), 'needs-ocr'],
    [bombs.tooManyPages(), 'needs-ocr'],
    [bombs.slowText(), 'took-too-long'],
    [await good(3), 'imported'],
  ];
  const paths = await write(Object.fromEntries(given.map(([bytes], at) => [`${at}.pdf`, bytes])));
  const started = await invoke(app.window, 'import.start', { paths });
  const batchId = (started as { value: number }).value;
  const peaks: number[] = [];
  await expect
    .poll(
      async () => {
        peaks.push(await extractorMegabytes());
        const answers = await invoke(app.window, 'search.query', QUERY);
        expect(answers).toMatchObject({ ok: true });
        return outcomes(batchId);
      },
      { timeout: 200_000 },
    )
    .toEqual(given.map(([, outcome]) => outcome));
  // 1.5 GB is the limit, and it takes a moment to see.
  expect(Math.max(...peaks)).toBeLessThan(2_800);
  expect(Math.max(...peaks)).toBeGreaterThan(500);
});

test('an extractor that takes too much memory is ended and replaced', async () => {
  const [first = '', second = ''] = await write({
    'first.pdf': await makePdf({ pages: ['The first ferry.'] }),
    'second.pdf': await makePdf({ pages: ['The second ferry.'] }),
  });
  await importPaths(app.window, [first]);
  const extractor = app.electron.windows().find((page) => page.url().includes('//extractor/'));
  await extractor?.evaluate(() => {
    const hoard: Uint8Array[] = [];
    Object.assign(window, { hoard });
    setInterval(() => hoard.push(new Uint8Array(64 * 1024 * 1024).fill(1)), 20);
  });
  await expect.poll(() => extractor?.isClosed(), { timeout: 30_000 }).toBe(true);
  expect(await importPaths(app.window, [second])).toMatchObject({
    value: [{ outcome: { kind: 'imported' } }],
  });
});

test('pages that are too large to draw are drawn as far as they can be, or say that they cannot', async () => {
  test.setTimeout(120_000);
  const words = (what: string): string => `Words on the ${what}.`;
  await importPaths(
    app.window,
    await write({
      'page.pdf': bombs.hugePage(words('page')),
      'image.pdf': bombs.hugeImage(words('image')),
      'mesh.pdf': bombs.meshBomb(words('mesh')),
      'good.pdf': await makePdf({ pages: [words('good one')] }),
    }),
  );
  await open('page.pdf');
  await expect(canvas()).toBeVisible();
  await open('image.pdf');
  await expect(reader(app.window).getByText(words('image'))).toBeVisible();
  await expect(canvas()).toBeVisible();
  await open('mesh.pdf');
  await expect(reader(app.window).getByRole('alert')).toContainText('could not be drawn', {
    timeout: 60_000,
  });
  await open('good.pdf');
  await expect(reader(app.window).getByText(words('good one'))).toBeVisible();
});

test('nothing that a PDF carries or asks for is started, followed, filled in or opened', async () => {
  const renderer = join(preparedRuntime().appDir, 'out/renderer');
  const built = readdirSync(renderer, { recursive: true, encoding: 'utf8' });
  expect(built.some((name) => name.includes('pdf.worker'))).toBe(true);
  // pdf.js has an engine for the scripts of PDFs in a file of its own.
  expect(built.filter((name) => /sandbox|quickjs|scripting/iu.test(name))).toEqual([]);

  const { bytes, labels } = await makeHostilePdf(() => 'hosts.invalid');
  await importPaths(
    app.window,
    await write({
      'hostile.pdf': bytes,
      'form.pdf': await makeXfaPdf((feature) => `http://hosts.invalid/${feature}`),
    }),
  );
  const windows = (): Promise<string[]> =>
    app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(
        (one) => one.webContents.getURL().replace(/-\d+/u, '').split('#')[0] ?? '',
      ),
    );
  await open('hostile.pdf');
  await expect(reader(app.window).getByText(HOSTILE_WORDS).first()).toBeVisible();
  const told: string[] = [];
  for (const label of labels) {
    const box = await reader(app.window).getByText(label, { exact: true }).first().boundingBox();
    await app.window.mouse.click(box!.x + box!.width / 2, box!.y + box!.height / 2);
    if (await closeAddress(app.window)) told.push(label);
  }
  // Their address is said, and that is all.
  expect(told).toEqual(['URI', 'Launch of an address', 'GoToR']);
  await expectNothingLive();
  await open('form.pdf');
  await expect(reader(app.window).getByText(XFA_WORDS)).toHaveCount(1);
  await expectNothingLive();

  // The cage that waits for the next document may or may not be there yet.
  expect([...new Set(await windows())].sort()).toEqual([
    'app://drawing/drawing/drawing.html',
    'app://extractor/extractor/extractor.html',
    'app://main/index.html',
  ]);
  for (const page of app.electron.windows()) {
    expect(await page.evaluate(() => 'hostile' in globalThis)).toBe(false);
  }
  const found = await invoke(app.window, 'search.query', { ...QUERY, query: ATTACHED_WORDS });
  expect(JSON.stringify(found)).not.toContain(ATTACHED_WORDS);
});

const QUERY = { query: 'ferry', limit: 10 };

/** No links to follow, no fields, no media, no forms of pdf.js' own. */
async function expectNothingLive(): Promise<void> {
  const live = 'a, input, textarea, select, iframe, embed, object, video, audio, form, img';
  const layers = '.annotationLayer, .annotationEditorLayer, .xfaLayer';
  const scroller = app.window.locator('[data-reading-view="pdf"]');
  await expect(scroller.locator('.textLayer').first()).toBeAttached();
  await expect(scroller.locator(`${live}, ${layers}`)).toHaveCount(0);
}

function canvas() {
  return reader(app.window).locator('.page[data-page-number="1"] canvas').first();
}

async function write(contents: Readonly<Record<string, Uint8Array>>): Promise<string[]> {
  const paths: string[] = [];
  for (const [name, content] of Object.entries(contents)) {
    const path = join(files, name);
    await writeFile(path, content);
    await handToApp(path);
    paths.push(path);
  }
  return paths;
}

async function open(name: string): Promise<void> {
  await documentRows(app.window).filter({ hasText: name }).first().click();
}

interface Item {
  readonly outcome: { readonly kind: string; readonly reason?: string } | null;
}

async function outcomes(batchId: number): Promise<unknown[]> {
  const report = await invoke(app.window, 'import.report', { batchId });
  const { value } = report as { value: readonly Item[] };
  return value.map(({ outcome }) => outcome?.reason ?? outcome?.kind);
}

function extractorMegabytes(): Promise<number> {
  return app.electron.evaluate(({ app: main, BrowserWindow }) => {
    const pid = BrowserWindow.getAllWindows()
      .find((one) => one.webContents.getURL().includes('//extractor/'))
      ?.webContents.getOSProcessId();
    const found = main.getAppMetrics().find((one) => one.pid === pid);
    return (found?.memory.workingSetSize ?? 0) / 1024;
  });
}
