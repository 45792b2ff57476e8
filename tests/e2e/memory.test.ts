/** After a lock nothing of the library may be in the memory of what still runs: someone who takes the laptop has that. */
import { expect, test, type Page } from '@playwright/test';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { handToApp } from '../../scripts/runtime/scratch-folder.ts';
import { makePdf } from '../fixtures/import/make-pdf.ts';
import { makeWorkplace, startApp, type RunningApp } from './helpers/app.ts';
import { enterLibrary, lockLibrary } from './helpers/bridge.ts';
import { findInMemory } from './helpers/leak-search.ts';

const MARK = `zq${randomBytes(6).toString('hex')}`;
const PASSPHRASE = `lantern orchard velvet nine ${MARK} copper`;

/**
 * Whatever the test tells the window or hears from it goes through main, which has the debugging port. So the marker
 * crosses it only backwards, and nothing that has it in it is asked back.
 */
const BACKWARDS = turned(MARK);
const PASSPHRASE_BACKWARDS = turned(PASSPHRASE);

test('no process has a word of the library in its memory after a lock', async () => {
  test.skip(process.platform !== 'linux', 'reads /proc');
  test.setTimeout(180_000);
  const { home, files } = await makeWorkplace();
  const report = join(files, `report ${MARK}.txt`);
  writeFileSync(report, `The ferry ${MARK} left at noon.`);
  await handToApp(report);
  // The last in the list. It is read and drawn in a cage.
  const scan = join(files, `z ${MARK}.pdf`);
  writeFileSync(scan, await makePdf({ pages: [`The ferry ${MARK} came back at night.`] }));
  await handToApp(scan);
  const app = await startApp(home);
  await fillLibrary(app, [turned(report), turned(scan)]);

  const open = await processesOf(app);
  const holding = open.filter((pid) => findInMemory(pid, [MARK]).length > 0);
  expect(holding.length, 'the search finds the page and the library process').toBeGreaterThan(1);
  expect(findInMemory(await mainOf(app), [MARK]), 'main, while it is open').toEqual([]);

  await lockLibrary(app.window);
  await expect(app.window.getByRole('button', { name: 'Unlock', exact: true })).toBeVisible();
  const locked = await processesOf(app);
  expect(locked.length).toBeGreaterThan(2);
  expect(locked.flatMap((pid) => findInMemory(pid, [MARK]))).toEqual([]);
  await app.close();
});

/** A library whose document, file name, passage, note, tag, case and passphrase have the marker, shown on the screen. */
async function fillLibrary(
  { window }: RunningApp,
  filesBackwards: readonly string[],
): Promise<void> {
  await window.evaluate(async (passphrase) => {
    const turned = (text: string): string => text.split('').reverse().join('');
    const { kartoteka } = globalThis.window;
    await kartoteka.invoke('session.create', {
      // The name of the folder can be read on the disk anyway, and the unlock screen lists it.
      name: 'Work',
      parent: null,
      passphrase: new TextEncoder().encode(turned(passphrase)),
    });
  }, PASSPHRASE_BACKWARDS);
  await enterLibrary(window);
  await window.evaluate(
    async ([mark, files]) => {
      const turned = (text: string): string => text.split('').reverse().join('');
      const { kartoteka } = globalThis.window;
      const imported = new Promise<void>((resolve) => {
        kartoteka.onEvent((event) => {
          if (event.kind === 'job-changed' && event.job.state.kind === 'done') resolve();
        });
      });
      await kartoteka.invoke('import.start', { paths: files.map(turned) });
      await imported;
      const word = turned(mark);
      await kartoteka.invoke('command.run', {
        command: {
          kind: 'passage.create',
          documentId: 1,
          anchor: {
            start: { page: 1, offset: 10 },
            end: { page: 1, offset: 10 + word.length },
            quote: word,
            prefix: 'The ferry ',
            suffix: ' left at noon.',
            rects: [],
          },
          colour: 'yellow',
          note: `About ${word}`,
          labels: [
            { kind: 'tag', id: null, name: `tag ${word}` },
            { kind: 'case', id: null, name: `case ${word}` },
          ],
        },
      });
      await kartoteka.invoke('search.query', { query: word, limit: 10 });
    },
    [BACKWARDS, filesBackwards] as const,
  );
  // Drawn on the screen: the list of documents, then the report with its passage, then the PDF.
  const rows = window.getByRole('grid', { name: 'Library' }).getByRole('row');
  await expect(rows).toHaveCount(3);
  await openRow(window, 1);
  await expectShown(window, '.passage-mark');
  await openRow(window, 2);
  await expectShown(window, '.textLayer .endOfContent');
}

/** Without the test seeing what it is that is shown. */
async function expectShown(window: Page, selector: string): Promise<void> {
  const count = (): Promise<number> =>
    window.evaluate((what) => document.querySelectorAll(what).length, selector);
  await expect.poll(count).toBeGreaterThan(0);
}

/** Not by the mouse of the test: it hears what it is about to click, words and all. */
function openRow(window: Page, row: number): Promise<void> {
  return window.evaluate((at) => {
    const cell = document.querySelectorAll('[role=row]')[at]?.querySelector('[role=gridcell]');
    (cell as HTMLElement).click();
  }, row);
}

/** Of ASCII only. */
function turned(text: string): string {
  return text.split('').reverse().join('');
}

async function mainOf({ electron }: RunningApp): Promise<number> {
  return electron.evaluate(() => process.pid);
}

async function processesOf({ electron }: RunningApp): Promise<number[]> {
  return electron.evaluate(({ app: main }) => main.getAppMetrics().map(({ pid }) => pid));
}
