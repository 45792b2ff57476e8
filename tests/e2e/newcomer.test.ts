/** What somebody sees and where the keys go, who uses the program for the first time, in a small window. */
import { expect, test } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { handToApp } from '../../scripts/runtime/scratch-folder.ts';
import {
  answerSaveDialog,
  chooseMenu,
  makeWorkplace,
  PASSPHRASE,
  startApp,
  type RunningApp,
} from './helpers/app.ts';
import {
  createLibrary,
  documentRows,
  fillCreateForm,
  importFiles,
  reader,
} from './helpers/journey.ts';

const SMALL = { width: 960, height: 600 };

let app: RunningApp;
let files: string;

test.beforeEach(async () => {
  const places = await makeWorkplace();
  files = places.files;
  app = await startApp(places.home, SMALL);
});
test.afterEach(() => app.close());

test('a passphrase that cannot be taken has the focus and stands in sight', async () => {
  const { window } = app;
  const create = window.getByRole('button', { name: 'Create library' });
  const first = window.getByLabel('Passphrase', { exact: true });
  const again = window.getByLabel('Passphrase again', { exact: true });
  await window.getByRole('button', { name: /^Create a library/u }).click();
  await create.click();
  await expect(first).toBeFocused();
  await expect(window.getByText('Use at least 8 characters.')).toBeInViewport();
  await first.fill(PASSPHRASE);
  await create.click();
  await expect(again).toBeFocused();
  await expect(window.getByText('The two passphrases differ.')).toBeInViewport();
});

test('what a saved recovery sheet means can be read at once', async () => {
  const { window } = app;
  await fillCreateForm(window, 'Papers');
  await answerSaveDialog(app, join(files, 'sheet.pdf'));
  await window.getByRole('button', { name: 'Save as PDF for printing…' }).click();
  const said = window.getByText(/Saved on this computer’s own disk|Saved\. Print it/u);
  await expect(said).toBeInViewport({ ratio: 1 });
});

test('every task of Security waits for typing where one types', async () => {
  const { window } = app;
  await createLibrary(window, 'Papers');
  await chooseMenu(app, 'library.security');
  const dialog = window.getByRole('dialog');
  await expect(dialog.getByText('Your passphrase', { exact: true })).toBeVisible();
  const tasks = {
    'Change the passphrase…': 'Your passphrase now',
    'Add a colleague…': 'Your passphrase',
    'Show the recovery sheet…': 'Your passphrase',
    'Encrypt with a new key…': 'Your passphrase',
    'Erase the keys…': 'Type ERASE to confirm',
  };
  for (const [task, field] of Object.entries(tasks)) {
    await dialog.getByRole('button', { name: task }).click();
    await expect(dialog.getByLabel(field, { exact: true })).toBeFocused();
    await window.keyboard.press('Escape');
    await expect(dialog.getByRole('heading', { name: 'Security' })).toBeVisible();
  }
});

test('nothing of the list is cut off beside an open report', async () => {
  const { window } = app;
  const [english, russian] = [join(files, 'diary.txt'), join(files, 'дневник.txt')];
  writeFileSync(english, 'Two grey vans stood at the harbour the whole morning. '.repeat(20));
  writeFileSync(russian, 'Два серых фургона всё утро стояли у причала. '.repeat(20));
  await handToApp(files);
  await createLibrary(window, 'Papers');
  await importFiles(app, [english, russian], 2);
  await documentRows(window).first().dblclick();
  await expect(reader(window).locator('[data-reading-view]')).toBeVisible();
  const list = window.getByRole('region', { name: 'Library', exact: true });
  const edges = await list.boundingBox();
  for (const control of await list.locator('button:visible, input, select').all()) {
    const box = await control.boundingBox();
    const right = (box?.x ?? 0) + (box?.width ?? 0);
    const name = await control.evaluate((one) => one.getAttribute('aria-label') ?? one.textContent);
    expect(right, name).toBeLessThanOrEqual((edges?.x ?? 0) + (edges?.width ?? 0));
  }
});
