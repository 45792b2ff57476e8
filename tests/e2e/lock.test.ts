/** The library locks by itself, keeps what was being typed, and leaves nothing of it on the screen. */
import { expect, test } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { handToApp } from '../../scripts/runtime/scratch-folder.ts';
import { makeWorkplace, PASSPHRASE, startApp, type RunningApp } from './helpers/app.ts';
import { invoke } from './helpers/bridge.ts';
import {
  createLibrary,
  documentRows,
  importFiles,
  selectWords,
  unlock,
} from './helpers/journey.ts';

const WORDS = 'without the three of them';
const NOTE = 'half a thou';

let app: RunningApp;

test.beforeEach(async () => {
  const { home, files } = await makeWorkplace();
  const report = join(files, 'ferry.txt');
  writeFileSync(report, `The ferry left ${WORDS}.`);
  await handToApp(report);
  app = await startApp(home);
  await createLibrary(app.window, 'Work');
  await importFiles(app, [report], 1);
});
test.afterEach(() => app.close());

/** What makes it lock; the clock and the power monitor stand in for a person who went away. */
const CAUSES: Record<string, { because: string; happen: () => Promise<unknown> }> = {
  'nobody was there for five minutes': { because: 'idle', happen: () => beIdle(5 * 60) },
  'the computer goes to sleep': { because: 'system', happen: () => emit('suspend') },
  'the screen is locked': { because: 'system', happen: () => emit('lock-screen') },
};

for (const [name, { because, happen }] of Object.entries(CAUSES)) {
  test(`locks when ${name}, with the note that was being typed`, async () => {
    await typeNote();
    await happen();
    await expect(app.window.getByRole('button', { name: 'Unlock', exact: true })).toBeVisible();
    expect(await invoke(app.window, 'session.state', {})).toEqual({
      ok: true,
      value: { kind: 'locked', places: 1, because, last: expect.any(Object) },
    });
    await expect(app.window.getByText(NOTE)).toHaveCount(0);
    await beIdle(0);
    await unlock(app.window);
    await expect(documentRows(app.window)).toHaveCount(1);
    expect(await invoke(app.window, 'passage.list', { documentId: 1 })).toMatchObject({
      value: [{ note: NOTE }],
    });
  });
}

test('what was selected cannot be pasted with the middle button', async () => {
  test.skip(process.platform !== 'linux', 'only there selecting copies');
  await documentRows(app.window).first().click();
  await selectWords(app.window, WORDS);
  await expect.poll(selectedText).toBe(WORDS);
  await emit('suspend');
  await expect(app.window.getByRole('button', { name: 'Unlock', exact: true })).toBeVisible();
  await expect.poll(selectedText).toBe('');
});

function selectedText(): Promise<string> {
  return app.electron.evaluate(({ clipboard }) => {
    const older = clipboard as unknown as { readText(type: 'selection'): string };
    return 'selection' in clipboard ? clipboard.selection.readText() : older.readText('selection');
  });
}

test('waits for as long as the library says', async () => {
  expect(await invoke(app.window, 'settings.set', { idleMinutes: 10 })).toMatchObject({ ok: true });
  const asked = await beIdle(9 * 60 + 59);
  // Asked and not locked, and asked again: the first answer had its chance.
  await expect.poll(asked).toBeGreaterThan(1);
  await expect(documentRows(app.window)).toHaveCount(1);
  await beIdle(10 * 60);
  await expect(app.window.getByRole('button', { name: 'Unlock', exact: true })).toBeVisible();
});

test('locks although the page hangs', async () => {
  await app.window.evaluate(
    () =>
      void setTimeout(() => {
        for (;;);
      }, 0),
  );
  await emit('suspend');
  // Its process was ended, and Playwright does not follow a page beyond that: the window itself is asked.
  await expect.poll(shownState).toBe('locked');
});

test('does not open when the computer goes to sleep while the passphrase is tried', async () => {
  await emit('suspend');
  const unlocking = app.window.getByRole('button', { name: 'Unlock', exact: true });
  await expect(unlocking).toBeVisible();
  const before = await libraryProcess();
  await app.window.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await unlocking.click();
  // It takes about a second; the library process says at once that it has begun.
  await expect(app.window.locator('button[type=submit]')).toBeDisabled();
  await emit('suspend');
  // The process first: a question to the page that is being ended would never be answered.
  await expect
    .poll(async () => {
      const now = await libraryProcess();
      return now !== undefined && now !== before;
    })
    .toBe(true);
  await expect.poll(shownState).toBe('locked');
});

/** Its number, or undefined while none or two are there. */
function libraryProcess(): Promise<number | undefined> {
  return app.electron.evaluate(({ app: electron }) => {
    const found = electron.getAppMetrics().filter(({ name }) => name === 'Kartoteka library');
    return found.length === 1 ? found[0]?.pid : undefined;
  });
}

function shownState(): Promise<unknown> {
  return app.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows().find((one) => one.isVisible())?.webContents;
    if (!contents?.getURL().startsWith('app://session/')) return undefined;
    return contents.executeJavaScript(
      "kartoteka.invoke('session.state', {}).then(({ value }) => value.kind)",
    );
  });
}

async function typeNote(): Promise<void> {
  await documentRows(app.window).first().click();
  await selectWords(app.window, WORDS);
  await app.window.keyboard.press('n');
  await expect(app.window.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await app.window.keyboard.type(NOTE);
}

function emit(name: 'suspend' | 'lock-screen'): Promise<unknown> {
  return app.electron.evaluate(({ powerMonitor }, event) => {
    powerMonitor.emit(event);
  }, name);
}

/** Stands in for the clock of the system; answers how often it was asked since. */
async function beIdle(seconds: number): Promise<() => Promise<number>> {
  await app.electron.evaluate(({ powerMonitor }, idle) => {
    const monitor = powerMonitor as typeof powerMonitor & { asked?: number };
    monitor.asked = 0;
    monitor.getSystemIdleTime = () => {
      monitor.asked = (monitor.asked ?? 0) + 1;
      return idle;
    };
  }, seconds);
  return () =>
    app.electron.evaluate(
      ({ powerMonitor }) => (powerMonitor as typeof powerMonitor & { asked?: number }).asked ?? 0,
    );
}
