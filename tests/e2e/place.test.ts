/** Where a library lies: places that others copy or keep are named before anything is made or opened there. */
import { expect, test } from '@playwright/test';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { answerOpenDialog, makeWorkplace, PASSPHRASE, startApp } from './helpers/app.ts';
import { handToApp } from '../../scripts/runtime/scratch-folder.ts';
import { skipSheet, unlock } from './helpers/journey.ts';

test('warns of a folder that is copied to a cloud, says what happens, and goes on', async () => {
  const { home, files } = await makeWorkplace();
  const cloud = join(files, 'Dropbox');
  mkdirSync(cloud);
  await handToApp(cloud);
  const app = await startApp(home);
  const { window } = app;
  const warning = window.getByText('looks like one that Dropbox copies to other computers');

  await window.getByRole('button', { name: /^Create a library/u }).click();
  await expect(window.getByText('The usual place')).toBeVisible();
  await expect(warning).toHaveCount(0);
  await answerOpenDialog(app, [cloud]);
  await window.getByRole('button', { name: 'Change…' }).click();
  await expect(warning).toBeVisible();
  await expect(window.getByText('A folder on this computer or on a memory stick')).toBeVisible();

  await window.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await window.getByLabel('Passphrase again', { exact: true }).fill(PASSPHRASE);
  await window.getByRole('button', { name: 'Create library' }).click();
  await skipSheet(window);
  expect(readdirSync(cloud)).toEqual(['Library.kartoteka']);

  await window.keyboard.press('ControlOrMeta+l');
  await expect(window.getByRole('button', { name: 'Open a library from a folder…' })).toBeVisible();
  await answerOpenDialog(app, [join(cloud, 'Library.kartoteka')]);
  await window.getByRole('button', { name: 'Open a library from a folder…' }).click();
  await expect(warning).toBeVisible();
  await expect(window.getByText('safer to move the folder of the library')).toBeVisible();
  await unlock(window);
  await expect(window.getByRole('navigation', { name: 'Sections' })).toBeVisible();
  await app.close();
});
