/** Everything that is done with the program, and everything that is tried against it, without one packet. */
import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { preparedRuntime } from '../../../scripts/runtime/prepared-runtime.ts';
import { handToApp } from '../../../scripts/runtime/scratch-folder.ts';
import { HTML_WORDS } from '../../fixtures/hostile/hostile-html.ts';
import { HOSTILE_WORDS } from '../../fixtures/hostile/hostile-pdf.ts';
import { XFA_WORDS } from '../../fixtures/hostile/hostile-xfa.ts';
import { makePdf } from '../../fixtures/import/make-pdf.ts';
import {
  answerSaveDialog,
  makeWorkplace,
  startApp,
  step,
  type RunningApp,
} from '../helpers/app.ts';
import { importPaths, importSamples, SAMPLES } from '../helpers/bridge.ts';
import {
  applyInPalette,
  closeAddress,
  createLibrary,
  documentRows,
  importFiles,
  reader,
  selectWords,
  unlock,
} from '../helpers/journey.ts';
import {
  LEAVING,
  NAMING,
  OF_ELECTRON,
  OF_ELECTRON_TO_NAMES,
  OF_NODE,
  OF_NODE_TO_NAMES,
  OF_PROGRAMS,
  STAYING,
} from './attempts.ts';
import { writeHostileFiles } from './hostile-files.ts';
import { newTarget, packetsSent, packetsSince, sentTo, type PacketCounts } from './targets.ts';

/** Longer than any of the ways takes where it is allowed (planted.test.ts: a second at most). */
const WATCH_MILLISECONDS = 5_000;
/** For a soak: `KARTOTEKA_SOAK_MINUTES=30 npm run test:network`. */
const SOAK_MINUTES = Number(process.env['KARTOTEKA_SOAK_MINUTES'] ?? 0.25);
const TRIED_IN_LIBRARY = [...OF_NODE, ...OF_PROGRAMS, ...OF_NODE_TO_NAMES];
const REFUSED = 'Error: Kartoteka does not use the network';

let app: RunningApp;
let files: string;
let before: PacketCounts;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  before = packetsSent();
  const place = await makeWorkplace();
  ({ files } = place);
  app = await startApp(place.home);
});
test.afterAll(() => app.close());
// Each test watches for a while after what it did, and must leave the counters where they were at the very start.
test.afterEach(() => staySilent(WATCH_MILLISECONDS));

test('a session of work, with hostile files', async () => {
  test.setTimeout(240_000);
  const { window } = app;
  const hostile = await writeHostileFiles(files);

  await step('create a library, import the samples and hostile files', async () => {
    await createLibrary(window, 'Work');
    await importSamples(window);
    await importFiles(app, hostile.paths, SAMPLES + hostile.paths.length);
  });
  await step('read the hostile PDF and click all that is in it', async () => {
    await open('hostile.pdf', HOSTILE_WORDS);
    for (const label of hostile.labels) {
      const words = reader(window).getByText(label, { exact: true }).first();
      await words.scrollIntoViewIfNeeded();
      const box = (await words.boundingBox())!;
      await window.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await closeAddress(window);
    }
    expect(await window.evaluate(() => 'hostile' in globalThis)).toBe(false);
  });
  await step('read the hostile form and the hostile web page', async () => {
    await open('hostile-form.pdf', XFA_WORDS);
    await open('hostile.html', HTML_WORDS);
    // Of a web page only the words are kept.
    await expect(reader(window).getByText('<script src=')).toHaveCount(0);
  });
  await step('search, tag, export', async () => {
    await window.getByRole('button', { name: 'Search', exact: true }).click();
    await window.getByRole('combobox', { name: 'Search all documents' }).fill('ferry');
    const hit = window.getByRole('option').filter({ hasText: 'did not sail' });
    await hit.first().click();
    await selectWords(window, 'the ferry did not sail');
    await window.keyboard.press('t');
    await applyInPalette(window, /Create case/u, 'Orsa', 'Enter');
    await window.getByRole('button', { name: 'Cases', exact: true }).click();
    await window.getByText('Orsa', { exact: true }).first().click();
    const file = join(files, 'excerpts.csv');
    await answerSaveDialog(app, file);
    await window.keyboard.press('ControlOrMeta+e');
    const dialog = window.getByRole('dialog');
    await dialog.getByRole('radio', { name: /CSV/u }).check();
    await dialog.getByRole('button', { name: /^Export/u }).click();
    await expect.poll(() => existsSync(file)).toBe(true);
    await window.keyboard.press('Escape');
  });
  await step('lock and unlock', async () => {
    await window.keyboard.press('ControlOrMeta+l');
    await unlock(window);
    await expect(window.getByRole('navigation', { name: 'Sections' })).toBeVisible();
  });
  const others = app.electron
    .windows()
    .map((page) => page.url())
    .filter((url) => !/^app:\/\/(main|extractor|drawing-\d+)\//u.test(url));
  expect(others).toEqual([]);
});

test('the cages of PDFs, taken over by a hostile script', async () => {
  const path = join(files, 'another.pdf');
  writeFileSync(path, await makePdf({ pages: ['The ferry of Orsa was late.'] }));
  await handToApp(path);
  await importPaths(app.window, [path]);
  await open('another.pdf', 'The ferry of Orsa was late.');
  for (const origin of ['app://extractor/', 'app://drawing-']) {
    const cages = app.electron.windows().filter((page) => page.url().startsWith(origin));
    expect(cages.length, origin).toBeGreaterThan(0);
    for (const cage of cages) {
      const address = placeOf(cage);
      await tryAll(cage);
      expect(placeOf(cage)).toBe(address);
    }
  }
});

test('the interface, taken over by a hostile script', async () => {
  const address = placeOf(app.window);
  await tryAll(app.window);
  expect(placeOf(app.window)).toBe(address);
});

test('a hostile page in the same session, without a content security policy', async () => {
  const page = await openUnprotectedPage(app);
  await tryAll(page);
  expect(placeOf(page)).toBe(placeOf(app.window));
});

test('Electron itself, in main', async () => {
  for (const { run, host } of [...OF_ELECTRON, ...OF_ELECTRON_TO_NAMES]) {
    await app.electron.evaluate(run, host);
  }
});

test('Node, in main', async () => {
  for (const { name, run, host } of [...OF_NODE, ...OF_NODE_TO_NAMES]) {
    const outcome = await app.electron.evaluate(
      async (_, [code, to]) => {
        try {
          await (eval(`(${code})`) as (host: string) => unknown)(to);
          return 'allowed';
        } catch (error) {
          return String(error);
        }
      },
      [String(run), host] as const,
    );
    expect(outcome, name).toBe(REFUSED);
  }
});

test('Node and Electron, in the library process', async () => {
  const outcomes = await probeLibraryProcess(app.electron);
  for (const { name } of TRIED_IN_LIBRARY) {
    expect(outcomes[name], name).toBe(REFUSED);
  }
  // Chromium's side is not refused at once; the counters tell.
  expect(outcomes['net.fetch']).toBe('tried');
});

test('all of that left alone for a while', async () => {
  const milliseconds = SOAK_MINUTES * 60_000;
  test.setTimeout(milliseconds * 2 + 60_000);
  await staySilent(milliseconds);
});

test('the counters still count', async () => {
  const target = newTarget('planted after the session');
  const now = packetsSent();
  const socket = (await import('node:dgram')).createSocket('udp4');
  socket.send('x', 9, target.v4, () => socket.close());
  await expect.poll(() => sentTo(target, now)).toBe(1);
  before = packetsSent();
});

/** Watches for a while whether anything is sent, and ends at the first packet. */
async function staySilent(milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds;
  const sent = (): boolean => Object.keys(packetsSince(before)).length > 0;
  await expect
    .poll(() => sent() || performance.now() > end, { timeout: milliseconds * 2 })
    .toBe(true);
  expect(packetsSince(before)).toEqual({});
}

async function open(name: string, words: string): Promise<void> {
  const { window } = app;
  await window.getByRole('button', { name: 'Library', exact: true }).click();
  await documentRows(window).filter({ hasText: name }).first().click();
  await expect(reader(window).getByText(words).first()).toBeVisible();
}

/** The address but for the part that a link within the page changes. */
function placeOf(page: Page): string | undefined {
  return page.url().split('#')[0];
}

/** Some ways are refused by an exception, such as those that trusted types forbid. */
async function tryAll(page: Page): Promise<void> {
  for (const { run, host } of [...STAYING, ...NAMING, ...LEAVING]) {
    await page.evaluate(run, host).catch(() => undefined);
  }
}

/** A page of the interface's own session and scheme, but for its content security policy: the other barriers alone. */
async function openUnprotectedPage({ electron, window }: RunningApp): Promise<Page> {
  const opened = electron.waitForEvent('window');
  await electron.evaluate(({ BrowserWindow }) => {
    const [shown] = BrowserWindow.getAllWindows().filter((one) => one.isVisible());
    const session = shown!.webContents.session;
    void new BrowserWindow({ webPreferences: { session } }).loadURL('about:blank');
  });
  const page = await opened;
  expect(page).not.toBe(window);
  const developer = await page.context().newCDPSession(page);
  await developer.send('Page.setBypassCSP', { enabled: true });
  await page.goto(window.url());
  const unprotected = await page.evaluate(() => {
    const script = document.createElement('script');
    script.text = 'globalThis.unprotected = true';
    document.body.append(script);
    return 'unprotected' in globalThis;
  });
  expect(unprotected).toBe(true);
  return page;
}

/** Runs the real entry of the library process with our tries behind it. */
async function probeLibraryProcess(electron: ElectronApplication): Promise<Record<string, string>> {
  const script = join(files, 'probe.cjs');
  const entry = pathToFileURL(join(preparedRuntime().appDir, 'out/main/library-process.js')).href;
  const tries = TRIED_IN_LIBRARY.map(
    ({ name, run, host }) => `[${JSON.stringify(name)}, ${String(run)}, ${JSON.stringify(host)}]`,
  );
  const electronTries = OF_ELECTRON.filter(({ name }) => name.includes('net.'));
  writeFileSync(
    script,
    `const { net } = require('electron');
    import(${JSON.stringify(entry)}).then(async () => {
      const outcomes = {};
      for (const [name, run, host] of [${tries.join(',\n')}]) {
        outcomes[name] = await Promise.resolve()
          .then(() => run(host))
          .then(() => 'allowed', String);
      }
      net.fetch('http://${electronTries[0]!.target.v4}/').catch(() => undefined);
      net.request('http://${electronTries[0]!.target.v4}/').on('error', () => undefined).end();
      outcomes['net.fetch'] = 'tried';
      process.parentPort.postMessage(outcomes);
    });`,
  );
  await handToApp(script);
  return electron.evaluate(({ utilityProcess }, path) => {
    const child = utilityProcess.fork(path);
    return new Promise<Record<string, string>>((resolve, reject) => {
      child.on('message', (outcomes: Record<string, string>) => resolve(outcomes));
      child.on('exit', (code) => reject(new Error(`The process ended with ${code}`)));
    });
  }, script);
}
