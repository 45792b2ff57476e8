/** What is being typed when the library closes is kept in it. */
import { expect, test } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { handToApp } from '../../scripts/runtime/scratch-folder.ts';
import { makeWorkplace, startApp, type RunningApp } from './helpers/app.ts';
import { invoke } from './helpers/bridge.ts';
import {
  createLibrary,
  documentRows,
  importFiles,
  selectWords,
  unlock,
} from './helpers/journey.ts';

const WORDS = 'without the three of them';

/** A library with one report, one passage in it, and a note that is typed and not saved yet. */
async function typeNote(app: RunningApp, file: string, note: string): Promise<void> {
  await createLibrary(app.window, 'First');
  await importFiles(app, [file], 1);
  await documentRows(app.window).first().click();
  await selectWords(app.window, WORDS);
  await app.window.keyboard.press('n');
  const field = app.window.getByRole('textbox', { name: 'Note' });
  await expect(field).toBeFocused();
  await app.window.keyboard.type(note);
  await expect(field).toHaveValue(note);
}

async function makeReport(files: string): Promise<string> {
  const file = join(files, 'ferry.txt');
  writeFileSync(file, `The ferry left ${WORDS}.`);
  await handToApp(file);
  return file;
}

async function notes(app: RunningApp): Promise<unknown> {
  return invoke(app.window, 'passage.list', { documentId: 1 });
}

const ENDS = {
  'the window is closed': (app: RunningApp) =>
    app.electron.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()
        .find((one) => one.isVisible())
        ?.close();
    }),
  'the program is told to quit': (app: RunningApp) =>
    app.electron.evaluate(({ app }) => app.quit()),
};

for (const [name, end] of Object.entries(ENDS)) {
  test(`a note is kept when ${name} in the middle of it`, async () => {
    const { home, files } = await makeWorkplace();
    let app = await startApp(home);
    await typeNote(app, await makeReport(files), 'half a thou');
    const ended = app.electron.waitForEvent('close');
    // The program may be gone before it answers.
    await end(app).catch(() => undefined);
    await ended;

    app = await startApp(home);
    await unlock(app.window);
    await expect(documentRows(app.window)).toHaveCount(1);
    expect(await notes(app)).toMatchObject({ value: [{ note: 'half a thou' }] });
    await app.close();
  });
}

test('a note is kept when the library is locked in the middle of it', async () => {
  const { home, files } = await makeWorkplace();
  const app = await startApp(home);
  const file = await makeReport(files);
  await typeNote(app, file, 'half a thou');
  await app.window.keyboard.press('ControlOrMeta+l');
  await expect(app.window.getByRole('button', { name: 'Unlock', exact: true })).toBeVisible();
  await unlock(app.window);
  await expect(documentRows(app.window)).toHaveCount(1);
  expect(await notes(app)).toMatchObject({ value: [{ note: 'half a thou' }] });
  await app.close();
});
