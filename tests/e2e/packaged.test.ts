/** The program as it is released: its fuses, its archive, and that nothing from outside changes how it starts. */
import { expect, test } from '@playwright/test';
import { listPackage } from '@electron/asar';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { readFuses } from '../../scripts/packaging/fuses.ts';
import { makePackage, type PackagedApp } from '../../scripts/packaging/make-package.ts';
import { preparedRuntime } from '../../scripts/runtime/prepared-runtime.ts';
import { handToApp, makeScratchFolder } from '../../scripts/runtime/scratch-folder.ts';
import {
  endPackaged,
  mappedFiles,
  openPorts,
  processesOf,
  startPackaged,
  threadsOf,
} from './helpers/packaged.ts';
import { openDisplay, type XDisplay } from './helpers/x-display.ts';

test.skip(process.platform !== 'linux', 'packages are made on Linux');

/** A window with text in it; one that was never drawn has one colour. */
const COLOURS_OF_A_PAGE = 50;
/** In the list of the library, with or without the menu above it; pixels. */
const FIRST_DOCUMENT = { x: 200, y: 165 };
const ROW_HEIGHT = 50;
const ROWS = 10;

let packaged: PackagedApp;
let display: XDisplay;
let home: string;
let temporary: string;
let env: Record<string, string>;

test.beforeAll(async () => {
  packaged = await makePackage(
    preparedRuntime().electronFolder,
    join(await makeScratchFolder(), 'Kartoteka'),
  );
  display = await openDisplay(process.env['DISPLAY'] ?? '');
});
test.afterAll(() => display.close());

test.beforeEach(async () => {
  home = await makeScratchFolder();
  temporary = await makeScratchFolder();
  env = { HOME: home, TMPDIR: temporary, KARTOTEKA_USER_DATA: join(home, 'profile') };
});
test.afterEach(() => endPackaged(packaged.binary));

test('has the fuses of a release', async () => {
  expect(await readFuses(packaged.binary)).toEqual({
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: false,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
  });
});

test('holds the built app and nothing of its sources', () => {
  const files = listPackage(join(packaged.resources, 'app.asar'), { isPack: false });
  const others = files.filter(
    (path) => !/^\/(out|resources\/samples|node_modules\/better-sqlite3)(\/|$)/u.test(path),
  );
  expect(others.sort()).toEqual(['/node_modules', '/package.json', '/resources']);
  expect(files.filter((path) => /\.(ts|map|c|h|cpp|gyp)$/u.test(path))).toEqual([]);
  expect(readdirSync(packaged.resources).sort()).toEqual(['app.asar', 'app.asar.unpacked']);
});

test('starts clean, whatever it is started with', async () => {
  const planted = await plantScript();
  const log = join(temporary, 'log.txt');
  const port = await freePort();
  startPackaged(
    packaged.binary,
    [
      planted.script,
      `--inspect=${port}`,
      `--inspect-brk=${port}`,
      `--remote-debugging-port=${port}`,
      '--enable-logging=file',
      `--log-file=${log}`,
      '--no-sandbox',
      '--disable-web-security',
      '--js-flags=--expose-gc',
      `--require=${planted.script}`,
      '--force-device-scale-factor=1',
    ],
    {
      ...env,
      NODE_OPTIONS: `--require=${planted.script}`,
      ELECTRON_RUN_AS_NODE: '1',
      ELECTRON_ENABLE_LOGGING: '1',
      ELECTRON_LOG_FILE: log,
      KARTOTEKA_DEVTOOLS: '1',
    },
  );
  await drawnWindow();

  const processes = processesOf(packaged.binary);
  const [main] = processes.filter(({ type }) => type === '');
  expect(main?.argv).toEqual(['--force-device-scale-factor=1']);
  const environment = readFileSync(`/proc/${main!.pid}/environ`, 'utf8');
  expect(environment).not.toMatch(/NODE_OPTIONS|ELECTRON_|KARTOTEKA_DEVTOOLS/u);
  const said = processes.flatMap(({ argv }) => argv).join(' ');
  expect(said).not.toMatch(/no-sandbox|debugging|inspect|logging|web-security|expose-gc/u);
  expect(openPorts(processes.map(({ pid }) => pid))).toEqual([]);
  expect(existsSync(planted.mark)).toBe(false);
  expect(existsSync(log) ? readFileSync(log, 'utf8') : '').not.toMatch(/CONSOLE|app:/u);
  expectSandboxed();
});

test('imports the samples and opens one, with its library process and its cages', async () => {
  startPackaged(packaged.launcher, [], env);
  const window = await drawnWindow();
  await display.focus(window);
  // «Try it with sample reports», then the button that has the focus in the dialog.
  await display.type('\t\n');
  const libraries = join(home, 'profile', 'libraries');
  await expect
    .poll(async () => {
      await display.type('\n');
      return existsSync(libraries) && readdirSync(libraries).filter(isWhole).length;
    })
    .toBe(1);

  const samples = join(packaged.resources, 'app.asar.unpacked', 'resources', 'samples');
  const reports = readdirSync(samples).filter((name) => /\.(pdf|txt)$/u.test(name));
  const [library = ''] = readdirSync(libraries).filter(isWhole);
  await expect
    .poll(() => sizeOfFolder(join(libraries, library)), { timeout: 45_000 })
    .toBeGreaterThan(reports.reduce((sum, name) => sum + statSync(join(samples, name)).size, 0));

  const unread = await display.colours(window);
  // Texts and PDFs stand among each other: one after the other is opened until a cage draws one.
  let row = 0;
  await expect
    .poll(async () => {
      const { x, y } = FIRST_DOCUMENT;
      await display.click(window, { x, y: y + (row % ROWS) * ROW_HEIGHT });
      row += 1;
      return pdfReaders();
    })
    .toBe(2);
  await expect.poll(() => display.colours(window)).toBeGreaterThan(unread);

  const processes = processesOf(packaged.binary);
  const native = /\/resources\/app\.asar\.unpacked\/node_modules\/better-sqlite3\/.*\.node$/u;
  const main = processes.find(({ type }) => type === '');
  expect(readFileSync(`/proc/${main!.pid}/limits`, 'utf8')).toMatch(
    /^Max core file size +0 +0 +bytes/mu,
  );
  const withDatabase = processes.filter(({ pid }) =>
    mappedFiles(pid).some((file) => native.test(file)),
  );
  expect(withDatabase).toHaveLength(1);
  expect(withDatabase[0]?.type).toBe('utility');
  expect(openPorts(processes.map(({ pid }) => pid))).toEqual([]);
  expectSandboxed();
  // No copy of anything was taken out of the archive.
  expect(
    readdirSync(temporary).filter(
      (name) => !/^(kartoteka-session-|scoped_dir|\.org\.chromium)/u.test(name),
    ),
  ).toEqual([]);

  await endPackaged(packaged.binary);
  expect(readdirSync(temporary)).toEqual([]);
  expect(readdirSync(join(home, 'profile'))).toEqual(['libraries']);
});

test('the looks from outside see what they look for', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  expect(openPorts([process.pid])).toHaveLength(1);
  server.close();

  const { script, mark } = await plantScript();
  execFileSync(join(preparedRuntime().electronFolder, 'electron'), ['-e', '0'], {
    env: { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require=${script}` },
  });
  expect(existsSync(mark)).toBe(true);
});

/** The one window of the program, as soon as it shows something. */
async function drawnWindow(): ReturnType<typeof findWindow> {
  await expect
    .poll(
      async () => {
        const window = await findWindow().catch(() => null);
        return window === null ? 0 : display.colours(window).catch(() => 0);
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThan(COLOURS_OF_A_PAGE);
  return findWindow();
}

async function findWindow() {
  const [window] = (await display.windows()).filter(({ title }) => title === 'Kartoteka');
  if (!window) throw new Error('There is no window');
  return window;
}

/** Pages in which pdf.js reads: the extractor, and the cage of the document that is open. */
function pdfReaders(): number {
  const processes = processesOf(packaged.binary);
  return processes.filter(({ pid }) => threadsOf(pid).includes('DedicatedWorker')).length;
}

function expectSandboxed(): void {
  const renderers = processesOf(packaged.binary).filter(({ type }) => type === 'renderer');
  expect(renderers.length).toBeGreaterThan(0);
  for (const { pid } of renderers) {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    expect(status).toMatch(/^Seccomp:\t2$/mu);
    expect(status).toMatch(/^NoNewPrivs:\t1$/mu);
  }
}

/** A script that leaves a mark when it is run. */
async function plantScript(): Promise<{ script: string; mark: string }> {
  const folder = join(temporary, 'planted');
  mkdirSync(folder);
  const mark = join(folder, 'mark');
  const script = join(folder, 'planted.cjs');
  writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '');`);
  await handToApp(folder);
  return { script, mark };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

/** A library that is still being made has another ending. */
function isWhole(name: string): boolean {
  return name.endsWith('.kartoteka');
}

function sizeOfFolder(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}
