/** Names in other spellings: said, left out one by one, and switched off; the order of what is found. */
import { expect, test, type Locator } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { handToApp } from '../../scripts/runtime/scratch-folder.ts';
import { makeWorkplace, startApp, type RunningApp } from './helpers/app.ts';
import { createLibrary, importFiles, searchHits } from './helpers/journey.ts';

const TEXTS = {
  'passport.txt': 'The officer wrote down the name of Yauhen Harbatski and let him go.',
  'newspaper.txt': 'По словам свидетелей, Горбатского увезли в тот же вечер из отделения.',
  'diary.txt': 'Gorbatsky has not been seen since the ferry left the pier.',
};

let app: RunningApp;
let files: string;

test.beforeAll(async () => {
  const place = await makeWorkplace();
  ({ files } = place);
  app = await startApp(place.home);
  await createLibrary(app.window, 'Names');
  const paths: string[] = [];
  for (const [name, text] of Object.entries(TEXTS)) {
    const path = join(files, name);
    await writeFile(path, text);
    await handToApp(path);
    paths.push(path);
  }
  await importFiles(app, paths, paths.length);
  await app.window.getByRole('button', { name: 'Search', exact: true }).click();
  await app.window.getByRole('combobox', { name: 'Search all documents' }).fill('Harbatski');
});
test.afterAll(() => app.close());

function hits(): Locator {
  return searchHits(app.window);
}

test('other spellings are found and said', async () => {
  await expect(hits()).toHaveCount(3);
  await expect(app.window.getByText('is also spelled:')).toBeVisible();
  await expect(button('Leave Gorbatsky out')).toBeVisible();
  await expect(button('Leave Горбатского out')).toBeVisible();
});

test('one is left out, and taken back', async () => {
  await button('Leave Gorbatsky out').click();
  await expect(hits()).toHaveCount(2);
  await expect(hits().filter({ hasText: 'Gorbatsky' })).toHaveCount(0);
  await button('Search Gorbatsky again').click();
  await expect(hits()).toHaveCount(3);
});

test('the documents can stand in another order', async () => {
  const order = app.window.getByRole('combobox', { name: 'Order' });
  await order.selectOption('By title');
  await expect(hits().first()).toContainText('Gorbatsky');
  await order.selectOption('Best first');
  await expect(hits().first()).toContainText('Harbatski');
});

test('all are left out, and searched again', async () => {
  await button('Only as typed').click();
  await expect(hits()).toHaveCount(1);
  await expect(app.window.getByText('Names are searched only as they are typed.')).toBeVisible();
  await button('Search other spellings too').click();
  await expect(hits()).toHaveCount(3);
});

function button(name: string): Locator {
  return app.window.getByRole('button', { name, exact: true });
}
