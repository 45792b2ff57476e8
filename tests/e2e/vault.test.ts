/** The vault as a person meets it: what is said, what is copied, what opens the library. */
import { expect, test } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeWorkplace, startApp, type RunningApp } from './helpers/app.ts';
import { createLibrary } from './helpers/journey.ts';

let app: RunningApp;
let home: string;

test.beforeEach(async () => {
  ({ home } = await makeWorkplace());
  app = await startApp(home);
});
test.afterEach(() => app.close());

test('says what it protects and what it cannot, before and after a library is open', async () => {
  const page = app.window.getByRole('dialog', { name: 'What Kartoteka protects' });
  await app.window.getByRole('button', { name: 'What Kartoteka protects' }).click();
  await expect(page).toContainText('If you are in danger now');
  await expect(page).toContainText('They stay where they were, unencrypted.');
  await app.window.keyboard.press('Escape');
  await expect(page).toBeHidden();

  await createLibrary(app.window, 'Papers');
  await app.window.keyboard.press('F1');
  await expect(page).toBeVisible();
});

function onClipboard(): Promise<string> {
  return app.electron.evaluate(({ clipboard }) => clipboard.readText());
}

test('takes what was copied off the clipboard, and leaves what others put there', async () => {
  await createLibrary(app.window, 'Papers');
  await app.window.keyboard.press('ControlOrMeta+Shift+f');
  const field = app.window.getByRole('combobox');
  await field.fill('two grey vans');
  await field.press('ControlOrMeta+a');
  await field.press('ControlOrMeta+c');
  await expect(app.window.getByText(/On the clipboard for \d+ seconds/u)).toBeVisible();
  expect(await onClipboard()).toBe('two grey vans');
  await app.window.getByRole('button', { name: 'Empty it now' }).click();
  await expect.poll(onClipboard).toBe('');

  await field.press('ControlOrMeta+a');
  await field.press('ControlOrMeta+x');
  await expect(field).toHaveValue('');
  await expect.poll(onClipboard).toBe('two grey vans');
  await app.window.keyboard.press('ControlOrMeta+l');
  await expect(app.window.getByRole('button', { name: 'Unlock', exact: true })).toBeVisible();
  await expect.poll(onClipboard).toBe('');
});

test('the folder says nothing, whatever the library is called', async () => {
  await createLibrary(app.window, 'Tolvan family');
  expect(readdirSync(join(home, 'profile', 'libraries'))).toEqual(['Library.kartoteka']);
  await expect(app.window.getByText('Tolvan family')).toBeVisible();
});

test('nothing can be dragged out of the window', async () => {
  const allowed = await app.window.evaluate(() => {
    const start = new DragEvent('dragstart', { bubbles: true, cancelable: true });
    return document.querySelector('button')?.dispatchEvent(start);
  });
  expect(allowed).toBe(false);
});

test('does not print', async () => {
  const keys = await app.window.evaluateHandle(() => {
    const pressed: string[] = [];
    addEventListener('keydown', ({ key }) => pressed.push(key));
    return pressed;
  });
  // The other key shows that such strokes reach the page at all.
  await press(app, 'P');
  await press(app, 'O');
  await expect.poll(() => keys.evaluate((pressed) => pressed)).toEqual(['o']);
});

/** A stroke with Ctrl (Cmd) as the window gets it; Playwright's own go past the window, to the page. */
function press(running: RunningApp, keyCode: string): Promise<void> {
  return running.electron.evaluate(({ BrowserWindow }, key) => {
    const modifiers = [process.platform === 'darwin' ? 'meta' : 'control'] as const;
    const [shown] = BrowserWindow.getAllWindows().filter((one) => one.isVisible());
    for (const type of ['keyDown', 'keyUp'] as const) {
      shown?.webContents.sendInputEvent({ type, keyCode: key, modifiers: [...modifiers] });
    }
  }, keyCode);
}
