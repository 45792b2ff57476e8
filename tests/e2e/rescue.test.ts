/** A damaged library as a person meets it: it is named, left as it is, and what can be read is saved into a new one. */
import { expect, test } from '@playwright/test';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { handToApp } from '../../scripts/runtime/scratch-folder.ts';
import { flipBit, PAGE } from '../helpers/damage.ts';
import { makeWorkplace, PASSPHRASE, startApp } from './helpers/app.ts';
import { createLibrary, documentRows, importFiles, reader, unlock } from './helpers/journey.ts';

test('offers to rescue a library with flipped bits, says what is lost, and opens what was saved', async () => {
  const { home, files } = await makeWorkplace();
  const [diary, ferry] = [join(files, 'diary.txt'), join(files, 'ferry.txt')];
  writeFileSync(diary, 'Two grey vans stood at the harbour.');
  writeFileSync(ferry, 'The ferry left the harbour at noon. '.repeat(10_000));
  await handToApp(files);
  const app = await startApp(home, { width: 960, height: 600 });
  const { window } = app;
  await createLibrary(window, 'Papers');
  await importFiles(app, [diary, ferry], 2);
  await window.keyboard.press('ControlOrMeta+l');
  await expect(window.getByRole('button', { name: 'Unlock', exact: true })).toBeVisible();

  const libraries = join(home, 'profile', 'libraries');
  const damaged = join(libraries, 'Library.kartoteka');
  flipBit(damaged, 'library.db', 2000);
  // In the middle of the longer file, which alone has many pages.
  const size = statSync(join(damaged, 'originals.db')).size;
  flipBit(damaged, 'originals.db', Math.floor(size / PAGE / 2) * PAGE + 700);
  const before = contentOf(damaged);

  await unlock(window);
  const trouble = window.getByRole('alert');
  await expect(trouble).toContainText('The file library.db of this library is damaged');
  await expect(trouble).toContainText('Nothing was changed.');
  await trouble.getByRole('button', { name: 'Rescue a damaged library…' }).click();
  await window.getByLabel('Passphrase of the damaged library', { exact: true }).fill(PASSPHRASE);
  await window.getByRole('button', { name: 'Rescue', exact: true }).click();

  await expect(window.getByRole('heading', { name: 'The rescue is done' })).toBeInViewport();
  await expect(window.getByText('Not everything could.')).toBeVisible();
  const row = (name: string): Promise<string[]> =>
    window.getByRole('row', { name }).getByRole('cell').allTextContents();
  expect(await row('Documents')).toEqual(['2', '0', '0']);
  expect(await row('Imported files')).toEqual(['1', '0', '1']);
  expect(contentOf(damaged)).toEqual(before);
  expect(readdirSync(libraries).sort()).toEqual(['Library rescued.kartoteka', 'Library.kartoteka']);

  await window.getByRole('button', { name: 'Open the new library' }).click();
  await unlock(window);
  await expect(documentRows(window)).toHaveCount(2);
  await documentRows(window).filter({ hasText: 'diary' }).dblclick();
  await expect(reader(window)).toContainText('Two grey vans');
  expect(contentOf(damaged)).toEqual(before);
  await app.close();
});

test('opens a library with a damaged page for reading, says so, and rescues it from the lock screen', async () => {
  const { home, files } = await makeWorkplace();
  const ferry = join(files, 'ferry.txt');
  writeFileSync(ferry, 'The ferry left the harbour at noon. '.repeat(10_000));
  await handToApp(files);
  const app = await startApp(home);
  const { window } = app;
  await createLibrary(window, 'Papers');
  await importFiles(app, [ferry], 1);
  await window.keyboard.press('ControlOrMeta+l');
  const unlockButton = window.getByRole('button', { name: 'Unlock', exact: true });
  await expect(unlockButton).toBeVisible();
  const damaged = join(home, 'profile', 'libraries', 'Library.kartoteka');
  const size = statSync(join(damaged, 'originals.db')).size;
  flipBit(damaged, 'originals.db', Math.floor(size / PAGE / 2) * PAGE + 700);
  const before = contentOf(damaged);

  await unlock(window);
  await expect(window.getByText('A part of the library is damaged.')).toBeVisible();
  await expect(window.getByText('Read-only')).toBeVisible();
  await documentRows(window).first().dblclick();
  await expect(reader(window)).toContainText('The ferry left');
  await window.keyboard.press('ControlOrMeta+l');
  await expect(unlockButton).toBeVisible();
  await window.getByRole('button', { name: 'Rescue a damaged library…' }).click();
  await window.getByLabel('Passphrase of the damaged library', { exact: true }).fill('wrong words');
  await window.getByRole('button', { name: 'Rescue', exact: true }).click();
  await expect(window.getByRole('alert')).toContainText('Wrong passphrase.');
  await window.getByLabel('Passphrase of the damaged library', { exact: true }).fill(PASSPHRASE);
  await window.getByRole('button', { name: 'Rescue', exact: true }).click();
  await expect(window.getByRole('heading', { name: 'The rescue is done' })).toBeVisible();
  expect(contentOf(damaged)).toEqual(before);
  await app.close();
});

/** Of every file of a library, but for the lock. */
function contentOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => !name.startsWith('in-use.lock'))
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );
}
