/** `npm run bench -- reader`: how soon pages are on the screen, beside a window with pdf.js' viewer alone. */
import { expect, test, type Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReaderTimes } from '../../bench/reader/reader-times.ts';
import { handToApp } from '../../scripts/runtime/scratch-folder.ts';
import { makeThickPdf } from '../fixtures/reader/make-thick-pdf.ts';
import { makeWorkplace, startApp, type RunningApp } from './helpers/app.ts';
import { startBareViewer, type BareViewer } from './helpers/bare-viewer.ts';
import { createLibrary, importPaths, invoke } from './helpers/bridge.ts';
import { documentRows, reader } from './helpers/journey.ts';
import { writeLargePdf } from './helpers/large-pdf.ts';
import { awaitPainted, paintedAfter, scrollPages } from './helpers/page-times.ts';

const ROUNDS = Number(process.env['KARTOTEKA_BENCH_ROUNDS'] ?? 9);
const JUMP = 350;
const SCROLLED = 100;
const LARGE_BYTES = 300_000_000;
/** Keys that a test presses do not count as a person who is there. */
const IDLE_MINUTES = 30;
/** The app starts the next cage two seconds after a document was opened: reading takes longer. Milliseconds. */
const BETWEEN = 3_000;

test('pages', async () => {
  test.setTimeout(1_200_000);
  const output = process.env['KARTOTEKA_BENCH_OUTPUT'];
  if (!output) throw new Error('Start with: npm run bench -- reader');
  const { home, files } = await makeWorkplace();
  const paths = [join(files, 'thick.pdf'), join(files, 'large.pdf')];
  await writeFile(paths[0]!, await makeThickPdf());
  await handToApp(paths[0]!);
  await writeLargePdf(paths[1]!, 'The ferry left at dawn', LARGE_BYTES);
  const app = await startApp(home);
  const { window } = app;
  await createLibrary(window);
  expect(await invoke(window, 'settings.set', { idleMinutes: IDLE_MINUTES })).toMatchObject({
    ok: true,
  });
  for (const path of paths) await importPaths(window, [path]);

  // Once, unmeasured: the size that the pages have on the screen, and code that is loaded when it is first needed.
  await openOurs(app, 'thick');
  const box = await reader(window).locator('[data-reading-view]').boundingBox();
  const bare = await startBareViewer(paths[0]!, box!);
  await openBare(bare);
  const times: ReaderTimes = { first: [], jump: [], scroll: [], large: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    await closeBare(bare);
    const bareFirst = await openBare(bare);
    await closeOurs(app);
    const oursFirst = await openOurs(app, 'thick');
    times.first.push({ ours: oursFirst, bare: bareFirst });
    times.jump.push({ bare: await jumpBare(bare), ours: await jumpOurs(window) });
  }
  for (let round = 0; round < 3; round += 1) {
    await closeOurs(app);
    await openOurs(app, 'thick');
    await closeBare(bare);
    await openBare(bare);
    times.scroll.push({
      bare: await scrollPages(bare.window, '#container', SCROLLED),
      ours: await scrollPages(window, '[data-reading-view]', SCROLLED),
    });
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    await closeOurs(app);
    const large = await openOurs(app, 'large');
    await closeOurs(app);
    times.large.push({ large, thick: await openOurs(app, 'thick') });
  }
  await bare.electron.close();
  await app.close();
  writeFileSync(output, JSON.stringify(times));
});

async function openOurs({ window }: RunningApp, title: string): Promise<number> {
  await awaitPainted(window, 'click', 1);
  await documentRows(window)
    .filter({ hasText: `${title}.pdf` })
    .click();
  return paintedAfter(window);
}

async function closeOurs({ window }: RunningApp): Promise<void> {
  // A report opens where it was left: at its first page.
  const field = reader(window).getByLabel('Go to page');
  await field.fill('1');
  await field.press('Enter');
  await expect(reader(window).locator('.page[data-page-number="1"]')).toBeInViewport();
  // Not a wait for something to happen: the person reads.
  await pause(window);
  await reader(window).getByRole('button', { name: 'Close the document' }).click();
  await expect(reader(window)).toBeHidden();
}

async function jumpOurs(window: Page): Promise<number> {
  const field = reader(window).getByLabel('Go to page');
  await field.fill(String(JUMP));
  await awaitPainted(window, 'keydown', JUMP);
  await field.press('Enter');
  return paintedAfter(window);
}

async function openBare({ window }: BareViewer): Promise<number> {
  await window.locator('#open').click();
  return barePainted(window, 1);
}

async function closeBare({ window }: BareViewer): Promise<void> {
  await pause(window);
  await window.locator('#close').click();
  await expect(window.locator('.page')).toHaveCount(0);
}

async function jumpBare({ window }: BareViewer): Promise<number> {
  await window.locator('#jump').click();
  return barePainted(window, JUMP);
}

async function barePainted(window: Page, page: number): Promise<number> {
  const ms = await window.waitForFunction(
    (number) =>
      (globalThis as unknown as { paintedAfter(page: number): number }).paintedAfter(number),
    page,
  );
  return ms.jsonValue();
}

function pause(window: Page): Promise<void> {
  // eslint-disable-next-line no-restricted-syntax -- it is time that is meant here
  return window.evaluate((ms) => new Promise((done) => setTimeout(done, ms)), BETWEEN);
}
