/** Several documents in the reader: side by side, back and forward, where they were left, and passages pinned to compare. */
import { expect, test, type Locator } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { handToApp } from '../../scripts/runtime/scratch-folder.ts';
import { chooseMenu, makeWorkplace, startApp, type RunningApp } from './helpers/app.ts';
import {
  createLibrary,
  documentRows,
  importFiles,
  reader,
  selectWords,
  unlock,
} from './helpers/journey.ts';

const CHAPTERS = 60;

let app: RunningApp;

test.beforeAll(async () => {
  const { home, files } = await makeWorkplace();
  app = await startApp(home);
  const paths = ['ferry', 'harbour'].map((name) => join(files, `${name}.txt`));
  for (const path of paths) {
    await writeFile(path, story(path.includes('ferry') ? 'ferry' : 'harbour'));
    await handToApp(path);
  }
  await createLibrary(app.window, 'Crossings');
  await importFiles(app, paths, 2);
});
test.afterAll(() => app.close());

/** Long enough for many pages; every chapter has a number of its own. */
function story(word: string): string {
  return Array.from({ length: CHAPTERS }, (_, index) => {
    const line = `The ${word} keeper of Orlavia wrote line after line about night ${index + 1}. `;
    return `The ${word} book, chapter ${index + 1}.\n${line.repeat(12)}`;
  }).join('\n\n');
}

function pane(name: 'Left document' | 'Right document'): Locator {
  return app.window.getByRole('region', { name, exact: true });
}

function openRow(name: string): Locator {
  return documentRows(app.window).filter({ hasText: name });
}

function pageField(within: Locator): Locator {
  return within.getByRole('textbox', { name: 'Go to page' });
}

const LOOK = [
  ['Width of lines', 'Narrow'],
  ['Space between lines', 'Loose'],
  ['Letters', 'Without serifs'],
] as const;

/** Measured in the words themselves: narrower than 30 letters' heights, further apart than 1.8 of them, another face. */
async function expectSet(within: Locator): Promise<void> {
  const words = within.locator('[data-text-page]').first();
  await expect
    .poll(() =>
      words.evaluate((element) => {
        const { fontSize, lineHeight, fontFamily } = getComputedStyle(element);
        const em = Number.parseFloat(fontSize);
        return {
          isNarrow: element.clientWidth < 30 * em,
          isLoose: Number.parseFloat(lineHeight) > 1.8 * em,
          hasSerifs: /serif/iu.test(fontFamily.split(',')[0] ?? ''),
        };
      }),
    )
    .toEqual({ isNarrow: true, isLoose: true, hasSerifs: false });
}

async function goToPage(within: Locator, page: number): Promise<void> {
  await pageField(within).fill(String(page));
  await pageField(within).press('Enter');
  await expect(pageField(within)).toHaveValue(String(page));
}

test('back and forward go along the documents and places that were read', async () => {
  const { window } = app;
  await openRow('ferry').click();
  await goToPage(reader(window), 7);
  await openRow('harbour').click();
  await expect(reader(window).getByText('The harbour book, chapter 1.')).toBeInViewport();
  await goToPage(reader(window), 12);

  await window.keyboard.press('Alt+ArrowLeft');
  await expect(reader(window).getByText(/The harbour book, chapter 1\b/u)).toBeInViewport();
  await window.keyboard.press('Alt+ArrowLeft');
  await expect(reader(window).getByRole('heading', { name: 'ferry' })).toBeVisible();
  await expect(pageField(reader(window))).toHaveValue('7');
  await window.keyboard.press('Alt+ArrowRight');
  await expect(reader(window).getByRole('heading', { name: 'harbour' })).toBeVisible();
});

test('a document opens where it was left, also after the library was locked', async () => {
  const { window } = app;
  await openRow('ferry').click();
  await goToPage(reader(window), 5);
  await openRow('harbour').click();
  await goToPage(reader(window), 14);
  await openRow('ferry').click();
  await expect(pageField(reader(window))).toHaveValue('5');

  // The place stays where it is while the words are set anew, and how they are set is kept, too.
  const look = reader(window).getByRole('group', { name: 'How text is set' });
  await reader(window).getByRole('button', { name: 'How text is set' }).click();
  await expect(look.getByLabel('Width of lines')).toBeFocused();
  for (const [part, choice] of LOOK) await look.getByLabel(part).selectOption(choice);
  await window.keyboard.press('Escape');
  await expect(look).toHaveCount(0);
  await expectSet(reader(window));
  await expect(pageField(reader(window))).toHaveValue('5');

  await chooseMenu(app, 'library.lock');
  await unlock(window);
  await openRow('harbour').click();
  await expect(pageField(reader(window))).toHaveValue('14');
  await expectSet(reader(window));
});

test('two documents side by side: each with its own place, words and passages', async () => {
  const { window } = app;
  await openRow('harbour').click();
  await goToPage(reader(window), 12);
  await openRow('ferry').click({ modifiers: ['ControlOrMeta'] });
  await expect(pane('Right document').getByRole('heading', { name: 'ferry' })).toBeVisible();
  await goToPage(pane('Right document'), 1);
  await expect(pageField(pane('Left document'))).toHaveValue('12');

  await selectWords(window, 'The ferry book, chapter 1.', pane('Right document'));
  await window.keyboard.press('h');
  await expect(pane('Right document').locator('.passage-mark').first()).toBeVisible();
  await expect(pane('Left document').locator('.passage-mark')).toHaveCount(0);

  await window.keyboard.press('F6');
  await expect(pane('Left document').locator('[data-reading-view]')).toBeFocused();
  await window.keyboard.press('Control+w');
  await expect(reader(window).getByRole('heading', { name: 'ferry' })).toBeVisible();
  await expect(pane('Left document')).toHaveCount(0);
  await window.keyboard.press('Control+w');
  await expect(reader(window)).toHaveCount(0);
});

test('the open document can be read in two places, and a pinned passage stays in view', async () => {
  const { window } = app;
  const words = 'The ferry book, chapter 2.';
  await openRow('ferry').click();
  await goToPage(reader(window), 1);
  await selectWords(window, words);
  await window.keyboard.press('p');
  const pinned = window.getByRole('region', { name: 'Pinned passages' });
  await expect(pinned).toContainText(words);
  await window.keyboard.press('Control+\\');
  await goToPage(pane('Right document'), 9);
  await expect(pageField(pane('Left document'))).toHaveValue('1');
  await window.keyboard.press('Control+\\');
  await expect(pageField(reader(window))).toHaveValue('9');

  await openRow('harbour').click();
  await pinned.getByRole('button', { name: 'Open beside' }).click();
  await expect(pane('Left document').getByRole('heading', { name: 'ferry' })).toBeVisible();
  await expect(pane('Left document').locator('.passage-mark.is-selected').first()).toBeInViewport();
  await expect(pane('Right document').getByRole('heading', { name: 'harbour' })).toBeVisible();
  await pinned.getByRole('button', { name: 'Unpin' }).click();
  await expect(pinned).toHaveCount(0);
});
