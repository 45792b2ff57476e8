import { expect, test } from '@playwright/test';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { handToApp } from '../../scripts/runtime/scratch-folder.ts';
import { answerOpenDialog, chooseMenu, makeWorkplace, startApp } from './helpers/app.ts';
import { createLibrary, documentRows, dropFiles, unlock } from './helpers/journey.ts';

test('bad files are reported one by one, and the good one beside them is imported', async () => {
  const { home, files } = await makeWorkplace();
  const folder = join(files, 'reports');
  mkdirSync(folder);
  writeFileSync(join(folder, 'good.txt'), 'The ferry left without the three of them.');
  writeFileSync(join(folder, 'empty.txt'), '');
  writeFileSync(join(folder, 'not-a.pdf'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0]));
  writeFileSync(join(folder, 'cut.pdf'), '%PDF-1.7\n1 0 obj\n<< /Type /Catalog');
  await handToApp(folder);
  const app = await startApp(home);
  await createLibrary(app.window, 'Work');
  await answerOpenDialog(app, [folder]);
  await chooseMenu(app, 'library.import-folder');
  const report = app.window.getByRole('dialog', { name: 'Import report' });
  await app.window.getByRole('button', { name: 'Show report' }).first().click();
  await expect(report.getByText('the file is empty')).toBeVisible();
  await expect(report.getByText('it is named as a PDF but is not one')).toBeVisible();
  await expect(report.getByText('the PDF is damaged and cannot be opened')).toBeVisible();
  await app.window.keyboard.press('Escape');
  await expect(documentRows(app.window).filter({ hasText: 'good.txt' })).toContainText('1');
  await app.close();
});

test('a folder without files is said to be empty', async () => {
  const { home, files } = await makeWorkplace();
  const folder = join(files, 'nothing');
  mkdirSync(folder);
  await handToApp(folder);
  const app = await startApp(home);
  await createLibrary(app.window, 'Work');
  await answerOpenDialog(app, [folder]);
  await chooseMenu(app, 'library.import-folder');
  await expect(app.window.getByText('There is no file to import').first()).toBeVisible();
  await app.close();
});

test('files and folders that are dropped on the window are imported', async () => {
  const { home, files } = await makeWorkplace();
  const folder = join(files, 'reports');
  mkdirSync(folder);
  writeFileSync(join(folder, 'first.txt'), 'The first report of two.');
  writeFileSync(join(files, 'second.txt'), 'The second report of two.');
  await handToApp(files);
  const app = await startApp(home);
  await createLibrary(app.window, 'Work');
  await dropFiles(app.window, [folder, join(files, 'second.txt')]);
  await expect(documentRows(app.window)).toHaveCount(2);
  await app.close();
});

test('a library that was moved away is missed, not made anew, and found where it is', async () => {
  const { home, files } = await makeWorkplace();
  let app = await startApp(home);
  await createLibrary(app.window, 'Work');
  await app.close();
  const place = join(home, 'profile', 'libraries', 'Library.kartoteka');

  app = await startApp(home);
  await expect(app.window.getByRole('button', { name: 'Unlock', exact: true })).toBeVisible();
  renameSync(place, join(files, 'Moved.kartoteka'));
  await unlock(app.window);
  await expect(app.window.getByRole('alert')).toContainText('There is no library in this folder');

  await answerOpenDialog(app, [join(files, 'Moved.kartoteka')]);
  await app.window.getByRole('button', { name: /Open a folder/u }).click();
  await unlock(app.window);
  await expect(app.window.getByText('Work').first()).toBeVisible();
  await expect(app.window.getByRole('navigation', { name: 'Sections' })).toBeVisible();
  await app.close();
});
