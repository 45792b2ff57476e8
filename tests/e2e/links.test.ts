/** Links of a PDF: places are gone to, addresses are told and never opened, the rest leads nowhere. */
import { expect, test, type Locator } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { handToApp } from '../../scripts/runtime/scratch-folder.ts';
import { LINK_WORDS, LINKED_ADDRESS, makePdfWithLinks } from '../fixtures/pdf-with-links.ts';
import { makeWorkplace, startApp, type RunningApp } from './helpers/app.ts';
import {
  createLibrary,
  documentRows,
  importFiles,
  reader,
  selectWords,
} from './helpers/journey.ts';

let app: RunningApp;

test.beforeAll(async () => {
  const { home, files } = await makeWorkplace();
  app = await startApp(home);
  const path = join(files, 'boats.pdf');
  await writeFile(path, await makePdfWithLinks());
  await handToApp(path);
  await createLibrary(app.window, 'Boats');
  await importFiles(app, [path], 1);
  await documentRows(app.window).first().click();
  await expect(words('place')).toBeVisible();
});
test.afterAll(() => app.close());

test('a link within the document goes there, and back', async () => {
  await words('place').click();
  await expect(reader(app.window).getByText(LINK_WORDS.third)).toBeInViewport();
  await expect(pageField()).toHaveValue('3');
  await app.window.getByRole('button', { name: 'Back to page 1' }).click();
  await expect(pageField()).toHaveValue('1');
});

test('a link to an address says the address and opens nothing', async () => {
  const before = app.electron.windows().length;
  await words('address').hover();
  await expect(app.window.getByTitle(`Address in the document: ${LINKED_ADDRESS}`)).toBeVisible();
  await words('address').click();
  const dialog = app.window.getByRole('dialog');
  await expect(dialog).toContainText(LINKED_ADDRESS);
  await dialog.getByRole('button', { name: 'Copy the address' }).click();
  await expect(dialog).toBeHidden();
  expect(await app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(LINKED_ADDRESS);
  // The extractor's window may be closed meanwhile.
  expect(app.electron.windows().length).toBeLessThanOrEqual(before);
});

test('a script is no link', async () => {
  const links = reader(app.window).locator('.page-links button');
  await expect(links).toHaveCount(2);
  await words('script').click();
  await expect(app.window.getByRole('dialog')).toHaveCount(0);
});

test('the keyboard reaches links', async () => {
  await reader(app.window).getByRole('button', { name: 'Go to page 3' }).focus();
  await app.window.keyboard.press('Enter');
  await expect(pageField()).toHaveValue('3');
  await app.window.getByRole('button', { name: 'Back to page 1' }).click();
  await expect(pageField()).toHaveValue('1');
  await reader(app.window).getByRole('button', { name: 'Go to page 3' }).focus();
  await app.window.keyboard.press('Tab');
  await app.window.keyboard.press('Enter');
  await expect(app.window.getByRole('dialog')).toContainText(LINKED_ADDRESS);
  await app.window.keyboard.press('Escape');
});

test('the words of a link can be selected and highlighted, and a passage there is picked', async () => {
  await selectWords(app.window, 'keeps a copy');
  await app.window.keyboard.press('h');
  const panel = app.window.getByText('keeps a copy', { exact: true });
  await expect(panel.first()).toBeVisible();
});

function words(which: keyof typeof LINK_WORDS): Locator {
  return reader(app.window).getByText(LINK_WORDS[which]).first();
}

function pageField(): Locator {
  return app.window.getByRole('textbox', { name: 'Go to page' });
}
