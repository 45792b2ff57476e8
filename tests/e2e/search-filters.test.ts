/** Filters beside the results, days by year and month, saved and recent searches, going from hit to hit. */
import { expect, test, type Locator } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { handToApp } from '../../scripts/runtime/scratch-folder.ts';
import { chooseMenu, makeWorkplace, startApp, type RunningApp } from './helpers/app.ts';
import {
  createLibrary,
  expectHighlightOver,
  importFiles,
  reader,
  searchHits,
} from './helpers/journey.ts';

const LONG = Array.from({ length: 400 }, (_, line) =>
  line % 40 === 0
    ? `The ferry left at dawn, line ${line}.`
    : `Nothing else happened on line ${line}.`,
).join('\n');
const TEXTS = {
  'log.txt': `On 4 August 2011 the ferry was stopped. ${LONG}`,
  'memo.txt': 'The ferry was sold on 12 May 2014, and again in December 2014.',
  'запіска.txt':
    'Паром спынілі 4 жніўня 2011 года, а the ferry пайшоў назад. Ніхто не растлумачыў чаму.',
};

let app: RunningApp;

test.beforeAll(async () => {
  const place = await makeWorkplace();
  app = await startApp(place.home);
  await createLibrary(app.window, 'Ferry');
  const paths: string[] = [];
  for (const [name, text] of Object.entries(TEXTS)) {
    const path = join(place.files, name);
    await writeFile(path, text);
    await handToApp(path);
    paths.push(path);
  }
  await importFiles(app, paths, paths.length);
  await app.window.getByRole('button', { name: 'Search', exact: true }).click();
});
test.afterAll(() => app.close());

test('a click on a year and a month writes them into the query', async () => {
  await field().fill('ferry');
  await expect(field()).toBeFocused();
  const filters = app.window.getByRole('complementary', { name: 'Filters' });
  await expect(
    filters.getByRole('button', { name: 'Text, 3 documents', exact: true }),
  ).toBeVisible();
  await filters.getByRole('button', { name: '2011, 2 documents', exact: true }).click();
  await expect(field()).toHaveValue('ferry mentions:2011');
  await expect(searchHits(app.window)).toHaveCount(2);
  const month = filters.getByRole('button', { name: 'August 2011, 2 documents', exact: true });
  await month.focus();
  await app.window.keyboard.press('Enter');
  await expect(field()).toHaveValue('ferry mentions:2011-08');
  await filters.getByRole('button', { name: 'August 2011, 2 documents, chosen' }).click();
  await expect(field()).toHaveValue('ferry');
  await expect(searchHits(app.window).first()).toBeVisible();
});

test('what is typed is shown as chosen, and what is not known is said', async () => {
  await field().fill('ferry mentions:2014');
  const filters = app.window.getByRole('complementary', { name: 'Filters' });
  await expect(filters.getByRole('button', { name: '2014, 1 document, chosen' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await field().fill('ferry kind:papyrus');
  await expect(app.window.getByText('Nothing in this library has “kind:papyrus”.')).toBeVisible();
});

test('filters are reached and left by the keyboard', async () => {
  await field().fill('ferry');
  await expect(searchHits(app.window).first()).toBeVisible();
  await chooseMenu(app, 'search.filters');
  await expect(app.window.getByRole('complementary').locator(':focus')).toHaveCount(1);
  await app.window.keyboard.press('Escape');
  await expect(field()).toBeFocused();
});

test('a search is saved, renamed, run, deleted and brought back by keys', async () => {
  await field().fill('ferry mentions:2014');
  await chooseMenu(app, 'search.save');
  await app.window.getByRole('dialog').getByLabel('Name').fill('Sold ferries');
  await app.window.keyboard.press('Enter');
  await expect(app.window.getByRole('dialog')).toHaveCount(0);
  await expect(button('Saved as “Sold ferries”')).toBeVisible();
  await field().press('Escape');
  await expect(book('Sold ferries')).toBeVisible();
  await button('Rename the search “Sold ferries”').click();
  await app.window.getByRole('dialog').getByLabel('Name').fill('Sales');
  await app.window.keyboard.press('Enter');
  await expect(book('Sales')).toBeVisible();
  await field().focus();
  await field().press('Enter');
  await expect(field()).toHaveValue('ferry mentions:2014');
  await expect(searchHits(app.window)).toHaveCount(1);
  await field().press('Escape');
  await field().press('Delete');
  await expect(book('Sales')).toHaveCount(0);
  // In the field, Ctrl+Z takes back typing; the notice has a button.
  await button('Undo').click();
  await expect(book('Sales')).toBeVisible();
});

test('a search that was made something of is a recent one, until none are kept', async () => {
  await field().fill('parom ferry');
  await expect(searchHits(app.window).first()).toBeVisible();
  await field().press('Enter');
  await field().press('Escape');
  await expect(book('parom ferry')).toBeVisible();
  await app.window.getByRole('checkbox', { name: /^Keep recent searches/u }).uncheck();
  await expect(book('parom ferry')).toHaveCount(0);
  await field().fill('ferry');
  await expect(searchHits(app.window).first()).toBeVisible();
  await field().press('Enter');
  await field().press('Escape');
  await expect(book('Sales')).toBeVisible();
  await expect(app.window.getByRole('heading', { name: 'Recent searches' })).toHaveCount(0);
});

test('all hits of a document are gone through, then those of the next one', async () => {
  await field().fill('"the ferry"');
  await expect(searchHits(app.window).filter({ hasText: 'stopped' })).toHaveCount(1);
  await searchHits(app.window).filter({ hasText: 'stopped' }).click();
  const place = reader(app.window).getByRole('group', { name: 'Search hits' });
  await expect(place).toContainText('of 11');
  await field().fill('ferry');
  await app.window.getByRole('combobox', { name: 'Order' }).selectOption('By title');
  await expect(searchHits(app.window).filter({ hasText: 'sold' })).toHaveCount(1);
  await searchHits(app.window).filter({ hasText: 'sold' }).click();
  await expect(place).toHaveText(/1 of 1$/u);
  await chooseMenu(app, 'view.next-hit');
  await expect(reader(app.window)).toContainText('Паром спынілі');
  await expect(place).toHaveText(/1 of 1$/u);
  await reader(app.window).locator('[data-text-page]').evaluate(letFontComeLate);
  await expectHighlightOver(app.window, 'ferry', '.hit-mark.is-current');
  await chooseMenu(app, 'view.previous-hit');
  await expect(reader(app.window)).toContainText('was sold');
  await chooseMenu(app, 'view.previous-hit');
  await expect(place).toHaveText(/11 of 11$/u);
});

/** Runs in the page: words move within their lines, as they do when the letters of their script are loaded after them. */
async function letFontComeLate(page: HTMLElement): Promise<void> {
  page.style.letterSpacing = '0.5px';
  const waiting = [...document.fonts].find((font) => font.status === 'unloaded');
  if (waiting === undefined) throw new Error('All fonts are loaded');
  await waiting.load();
}

function field(): Locator {
  return app.window.getByRole('combobox', { name: 'Search all documents' });
}

function book(name: string): Locator {
  return app.window
    .getByRole('listbox', { name: 'Saved and recent searches' })
    .getByRole('option', { name });
}

function button(name: string): Locator {
  return app.window.getByRole('button', { name, exact: true });
}
