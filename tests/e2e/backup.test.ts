/** A backup as a person makes it: from the menu, to a folder of their choice, with a report, and it opens. */
import { expect, test } from '@playwright/test';
import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { handToApp } from '../../scripts/runtime/scratch-folder.ts';
import { answerOpenDialog, chooseMenu, makeWorkplace, startApp } from './helpers/app.ts';
import { createLibrary, documentRows, importFiles, reader, unlock } from './helpers/journey.ts';

test('backs up an open library, says what it holds, and the backup opens', async () => {
  const { home, files } = await makeWorkplace();
  const report = join(files, 'harbour.txt');
  writeFileSync(report, 'The ferry left the harbour at noon with two grey vans.');
  const stick = join(files, 'stick');
  mkdirSync(stick);
  await handToApp(files);
  const app = await startApp(home);
  const { window } = app;
  await createLibrary(window, 'Papers');
  await importFiles(app, [report], 1);

  await answerOpenDialog(app, [stick]);
  await chooseMenu(app, 'library.backup');
  await expect(window.getByText('The backup is whole: 1 document.')).toBeVisible();
  const [made = ''] = readdirSync(stick);
  expect(made).toMatch(/^Library \d{4}-\d\d-\d\d\.kartoteka$/u);
  expect(readdirSync(stick)).toEqual([made]);

  const status = window.getByRole('contentinfo', { name: 'Status' });
  await expect(status).toContainText('Backup finished');
  await status.getByRole('button', { name: 'Show report' }).click();
  const dialog = window.getByRole('dialog', { name: 'Backup' });
  await expect(dialog).toContainText('1 document · 0 passages · 1 imported file');
  await expect(dialog).toContainText(join(stick, made));
  await expect(dialog).toContainText('It lies on the same disk as the library');
  await window.keyboard.press('Escape');

  // Another one on the same day stands beside it.
  await chooseMenu(app, 'library.backup');
  await expect.poll(() => readdirSync(stick).length).toBe(2);
  await expect(status).toContainText('Backup finished');
  expect(readdirSync(stick).sort()).toEqual(
    [made.replace('.kartoteka', ' 2.kartoteka'), made].sort(),
  );

  // The library is lost; the backup is all there is.
  await window.keyboard.press('ControlOrMeta+l');
  await expect(window.getByRole('button', { name: 'Unlock', exact: true })).toBeVisible();
  const libraries = join(home, 'profile', 'libraries');
  renameSync(join(libraries, 'Library.kartoteka'), join(files, 'lost'));
  await answerOpenDialog(app, [join(stick, made)]);
  await window.getByRole('button', { name: 'Choose another library…' }).click();
  await window.getByRole('button', { name: 'Open a folder…' }).click();
  await unlock(window);
  await expect(documentRows(window)).toHaveCount(1);
  await documentRows(window).first().dblclick();
  await expect(reader(window)).toContainText('two grey vans');
  await app.close();
});

test('says where it fails when the chosen place cannot be written to, and leaves nothing there', async () => {
  const { home, files } = await makeWorkplace();
  const place = join(files, 'not-ours');
  mkdirSync(place, { mode: 0o555 });
  const app = await startApp(home);
  await createLibrary(app.window, 'Papers');
  await answerOpenDialog(app, [place]);
  await chooseMenu(app, 'library.backup');
  await expect(
    app.window.getByText('Nothing can be written in the place you chose for the backup.'),
  ).toBeVisible();
  expect(readdirSync(place)).toEqual([]);
  await app.close();
});
