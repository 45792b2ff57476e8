/** Where a library lies: places that others copy or keep are named before anything is made or opened there. */
import { expect, test } from '@playwright/test';
import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { answerOpenDialog, makeWorkplace, PASSPHRASE, startApp } from './helpers/app.ts';
import { handToApp } from '../../scripts/runtime/scratch-folder.ts';
import { createLibrary, skipSheet, unlock } from './helpers/journey.ts';

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
  await expect(window.getByRole('button', { name: 'Unlock', exact: true })).toBeVisible();
  await expect(warning).toBeVisible();
  await expect(window.getByText('safer to move the folder of the library')).toBeVisible();
  await unlock(window);
  await expect(window.getByRole('navigation', { name: 'Sections' })).toBeVisible();
  await app.close();
});

test('asks for the passphrase of the library that was locked, wherever it lies, and says when it is gone', async () => {
  const { home, files } = await makeWorkplace();
  const stick = join(files, 'stick');
  mkdirSync(stick);
  await handToApp(stick);
  const app = await startApp(home);
  const { window } = app;
  await createLibrary(window, 'In the usual place');
  await window.keyboard.press('ControlOrMeta+l');
  await window.getByRole('button', { name: 'Create a new library' }).click();
  await answerOpenDialog(app, [stick]);
  await window.getByRole('button', { name: 'Change…' }).click();
  await expect(window.getByText(stick)).toBeVisible();
  const other = 'orange table winter seven lamp';
  await window.getByLabel('Passphrase', { exact: true }).fill(other);
  await window.getByLabel('Passphrase again', { exact: true }).fill(other);
  await window.getByRole('button', { name: 'Create library' }).click();
  await skipSheet(window);

  await window.keyboard.press('ControlOrMeta+l');
  await unlock(window, other);
  await expect(window.getByRole('navigation', { name: 'Sections' })).toBeVisible();

  renameSync(join(stick, 'Library.kartoteka'), join(stick, 'Elsewhere.kartoteka'));
  await window.keyboard.press('ControlOrMeta+l');
  await window.getByRole('button', { name: 'Erase the keys of this library…' }).click();
  const which = window.getByRole('dialog').getByRole('combobox');
  await expect(which).toHaveValue(join(stick, 'Library.kartoteka'));
  await window.keyboard.press('Escape');
  await unlock(window, other);
  await expect(window.getByRole('alert')).toContainText('There is no library in this folder.');
  renameSync(join(stick, 'Elsewhere.kartoteka'), join(stick, 'Library.kartoteka'));
  await unlock(window, other);
  await expect(window.getByRole('navigation', { name: 'Sections' })).toBeVisible();
  await app.close();
});
