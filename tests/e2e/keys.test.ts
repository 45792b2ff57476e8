/** What opens a library: the recovery sheet, passphrases, and what is said when nothing does. */
import { expect, test, type Page } from '@playwright/test';
import { readFileSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { recoveryGroups } from '../../src/shared/recovery/recovery-key.ts';
import {
  answerSaveDialog,
  chooseMenu,
  makeWorkplace,
  PASSPHRASE,
  startApp,
  step,
  type RunningApp,
} from './helpers/app.ts';
import { createLibrary, fillCreateForm, skipSheet, unlock } from './helpers/journey.ts';
import { numberOf, readSheet, typeAskedGroups } from './helpers/sheet.ts';

const NEXT = 'violin harbour cactus eleven meadow';

let app: RunningApp;
let window: Page;
let home: string;
let files: string;

test.beforeEach(async () => {
  ({ home, files } = await makeWorkplace());
  app = await startApp(home);
  window = app.window;
});
test.afterEach(() => app.close());

const workbench = () => window.getByRole('navigation', { name: 'Sections' });
const button = (name: string | RegExp) => window.getByRole('button', { name, exact: true });
const reminder = () => button('Write down the recovery sheet');

async function lock(): Promise<void> {
  await window.keyboard.press('ControlOrMeta+l');
  await expect(button('Unlock')).toBeVisible();
}

async function newPassphrase(label: string, passphrase: string): Promise<void> {
  await window.getByLabel(label, { exact: true }).fill(passphrase);
  await window.getByLabel(`${label} again`, { exact: true }).fill(passphrase);
}

async function recover(groups: readonly string[], passphrase: string): Promise<void> {
  await button('Open with the recovery sheet…').first().click();
  await window.getByLabel('The 14 groups of the sheet').fill(groups.join(' '));
  await newPassphrase('New passphrase', passphrase);
  await button('Open and set the passphrase').click();
}

test('the recovery sheet is shown once, checked group by group, and saved where the person says', async () => {
  await fillCreateForm(window, 'Secret name');
  const groups = await readSheet(window);

  await step('save it as a PDF', async () => {
    const file = join(files, 'sheet.pdf');
    await answerSaveDialog(app, file);
    await button('Save as PDF for printing…').click();
    await expect(
      window.getByText(/Saved on this computer’s own disk|Saved\. Print it/u),
    ).toBeVisible();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    // Letters that are set apart on paper have gaps in the text.
    const text = (await textOfPdf(file)).replaceAll(' ', '');
    for (const group of groups) expect(text).toContain(group);
    expect(text).toContain('PRAGMAkey=');
    expect(text).not.toContain('Secretname');
    expect(await readdir(files)).toEqual(['sheet.pdf']);
  });

  await step('the check finds mistakes and says where', async () => {
    await button('I have written it down').click();
    await expect(window.locator('ol[translate="no"]:visible')).toHaveCount(0);
    const field = window.getByRole('textbox', { name: /^Group \d+$/u }).first();
    const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent);
    const right = groups[numberOf(label) - 1] ?? '';
    await field.fill(right.slice(0, 2) + (right[2] === 'Z' ? 'Y' : 'Z'));
    await expect(window.getByText('Character 3 is different on the sheet.')).toBeVisible();
    await button('Done').click();
    await expect(field).toBeFocused();
    await typeAskedGroups(window, groups);
    await button('Done').click();
    await expect(workbench()).toBeVisible();
  });
  await expect(reminder()).toBeHidden();
});

test('a sheet that was left for later is asked for, and confirmed with the passphrase', async () => {
  await createLibrary(window, 'Papers');
  await reminder().click();
  await window.getByLabel('Your passphrase').fill('not this one at all');
  await button('Show the sheet').click();
  await expect(window.getByText('Wrong passphrase.')).toBeVisible();
  await window.getByLabel('Your passphrase').fill(PASSPHRASE);
  await button('Show the sheet').click();
  const groups = await readSheet(window);
  await button('I have written it down').click();
  await typeAskedGroups(window, groups);
  await button('Done').click();
  await expect(window.getByText(/^Written down and checked on/u)).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(reminder()).toBeHidden();

  await lock();
  await unlock(window);
  await expect(workbench()).toBeVisible();
  await expect(reminder()).toBeHidden();
});

test('the sheet opens a library whose passphrase is forgotten, and sets a new one', async () => {
  await fillCreateForm(window, 'Papers');
  const groups = await readSheet(window);
  await skipSheet(window);
  await lock();
  await unlock(window, 'something quite different');
  await expect(window.getByText('Wrong passphrase.')).toBeVisible();

  await button('Open with the recovery sheet…').click();
  const key = window.getByLabel('The 14 groups of the sheet');
  const swapped = groups.with(3, groups[4] ?? '').with(4, groups[3] ?? '');
  await key.fill(swapped.join(' '));
  await expect(window.getByText('Groups 4 and 5 are swapped.')).toBeVisible();
  await expect(window.getByText('12 of 14 groups fit')).toBeVisible();
  await expect(button('Open and set the passphrase')).toBeDisabled();
  await key.fill(groups.join('\n'));
  await expect(window.getByText('All groups fit.')).toBeVisible();
  await newPassphrase('New passphrase', NEXT);
  await button('Open and set the passphrase').click();
  await expect(workbench()).toBeVisible();

  await lock();
  await unlock(window, PASSPHRASE);
  await expect(window.getByText('Wrong passphrase.')).toBeVisible();
  await unlock(window, NEXT);
  await expect(workbench()).toBeVisible();
});

test('a key of another library does not open this one', async () => {
  await createLibrary(window, 'Papers');
  await lock();
  await recover(recoveryGroups(new Uint8Array(32).fill(7)), NEXT);
  await expect(window.getByText('This recovery key does not open this library.')).toBeVisible();
});

test('after the keys are erased only the sheet opens the library', async () => {
  await fillCreateForm(window, 'Papers');
  const groups = await readSheet(window);
  await skipSheet(window);
  const folder = join(home, 'profile', 'libraries', 'Library.kartoteka');
  await lock();

  await button('Erase the keys of this library…').click();
  const dialog = window.getByRole('dialog', { name: 'Erase the keys' });
  await expect(dialog.getByLabel('Library')).toHaveText('Library');
  await expect(dialog.getByRole('button', { name: 'Erase the keys' })).toBeDisabled();
  await dialog.getByLabel('Type ERASE to confirm').fill('erase');
  await window.keyboard.press('Enter');
  await expect(dialog.getByText('The keys are gone.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Close' }).last()).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  expect((await readdir(folder)).filter((name) => name.startsWith('keys'))).toEqual([]);

  await unlock(window);
  await expect(window.getByRole('alert')).toContainText('The keys of this library are gone');
  await recover(groups, NEXT);
  await expect(workbench()).toBeVisible();

  await step('and again from inside', async () => {
    await chooseMenu(app, 'library.security');
    await button('Erase the keys…').click();
    await window.getByLabel('Type ERASE to confirm').fill('ERASE');
    await button('Erase the keys').click();
    await expect(button('Unlock')).toBeVisible();
    expect((await readdir(folder)).filter((name) => name.startsWith('keys'))).toEqual([]);
  });
});

test('passphrases are changed, shared with a colleague and taken away', async () => {
  await createLibrary(window, 'Papers');
  await chooseMenu(app, 'library.security');
  const slots = window.getByRole('list', { name: 'Passphrases that open this library' });
  await expect(slots.getByRole('listitem')).toHaveCount(1);

  await step('change', async () => {
    await button('Change the passphrase…').click();
    await window.getByLabel('Your passphrase now').fill(PASSPHRASE);
    await newPassphrase('New passphrase', NEXT);
    await button('Change the passphrase').click();
    await expect(window.getByText('The passphrase was changed.')).toBeVisible();
  });
  await step('add', async () => {
    await button('Add a colleague…').click();
    await window.getByLabel('Your passphrase', { exact: true }).fill(NEXT);
    await window.getByLabel('Name of the colleague').fill('Ilse');
    await newPassphrase('Passphrase of the colleague', 'pepper window glacier forty tram');
    await button('Add the passphrase').click();
    await expect(slots.getByRole('listitem')).toHaveCount(2);
    await expect(slots).toContainText('Ilse');
  });
  await window.keyboard.press('Escape');
  await lock();
  await unlock(window, PASSPHRASE);
  await expect(window.getByText('Wrong passphrase.')).toBeVisible();
  await unlock(window, 'pepper window glacier forty tram');
  await expect(workbench()).toBeVisible();
  await lock();
  await unlock(window, NEXT);

  await step('remove', async () => {
    await expect(workbench()).toBeVisible();
    await chooseMenu(app, 'library.security');
    await slots.getByRole('listitem').filter({ hasText: 'Ilse' }).getByRole('button').click();
    await window.getByLabel('Your passphrase', { exact: true }).fill(NEXT);
    await button('Remove the passphrase').click();
    await expect(slots.getByRole('listitem')).toHaveCount(1);
  });
});

test('a new key makes the old sheet worthless and ends in the lock', async () => {
  await fillCreateForm(window, 'Papers');
  const old = await readSheet(window);
  await skipSheet(window);
  await chooseMenu(app, 'library.security');
  await button('Encrypt with a new key…').click();
  await window.getByLabel('Your passphrase').fill(PASSPHRASE);
  await button('Encrypt with a new key').click();
  await expect(window.getByText('Done. Everything is encrypted with the new key.')).toBeVisible();
  const groups = await readSheet(window);
  expect(groups).not.toEqual(old);
  await button('I have written it down. Lock now').click();
  await expect(button('Unlock')).toBeVisible();

  await recover(old, NEXT);
  await expect(window.getByText('This recovery key does not open this library.')).toBeVisible();
  await button('Back').click();
  await unlock(window);
  await expect(workbench()).toBeVisible();
});

test('the unlock screen says what the keyboard does and why the library was locked', async () => {
  await createLibrary(window, 'Papers');
  await step('idle', async () => {
    await app.electron.evaluate(({ powerMonitor }) => {
      powerMonitor.getSystemIdleTime = () => 60 * 60;
    });
    await expect(window.getByText('Locked because nobody used the computer')).toBeVisible({
      timeout: 30_000,
    });
    await app.electron.evaluate(({ powerMonitor }) => {
      powerMonitor.getSystemIdleTime = () => 0;
    });
  });
  const field = window.getByLabel('Passphrase', { exact: true });
  await step('Caps Lock', async () => {
    const press = (on: boolean) =>
      field.evaluate((input, modifierCapsLock) => {
        const key = new KeyboardEvent('keydown', { key: 'a', bubbles: true, modifierCapsLock });
        input.dispatchEvent(key);
      }, on);
    await press(true);
    await expect(window.getByText('Caps Lock is on.')).toBeVisible();
    await press(false);
    await expect(window.getByText('Caps Lock is on.')).toBeHidden();
  });
  await step('another layout', async () => {
    await field.fill('дфтеукт');
    await expect(window.getByText('You are typing Cyrillic letters.')).toBeVisible();
    await button('Show the passphrase').click();
    await expect(window.getByText('You are typing Cyrillic letters.')).toBeHidden();
    await unlock(window, 'ghbdtn vbh');
    await expect(window.getByText('makes no words in Latin letters')).toBeVisible();
  });
});

test('the lock key wins over an unlock that is under way', async () => {
  await createLibrary(window, 'Papers');
  await lock();
  await window.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await window.keyboard.press('Enter');
  await expect(button('Unlocking…')).toBeVisible();
  await window.keyboard.press('ControlOrMeta+l');
  await expect(button('Locking…')).toBeVisible();
  await expect(button('Unlock')).toBeVisible();
  await expect(window.getByLabel('Passphrase', { exact: true })).toHaveValue('');
  expect(new URL(window.url()).host).toBe('session');
});

async function textOfPdf(file: string): Promise<string> {
  const loading = getDocument({ data: new Uint8Array(readFileSync(file)), useWasm: false });
  const pdf = await loading.promise;
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  await loading.destroy();
  return pages.join(' ');
}
