/** The checklist of docs/lockdown.md, asked of the running program. Its network is counted in tests/e2e/network. */
import { expect, test, type Page } from '@playwright/test';
import { readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { preparedRuntime } from '../../scripts/runtime/prepared-runtime.ts';
import { handToApp } from '../../scripts/runtime/scratch-folder.ts';
import { makeWorkplace, startApp, type RunningApp } from './helpers/app.ts';
import { createLibrary, importSamples, lockLibrary, SAMPLES } from './helpers/bridge.ts';
import { documentRows, dropFiles, reader } from './helpers/journey.ts';
import { PERMISSIONS, tryPermissions } from './helpers/permissions.ts';

let app: RunningApp;
let files: string;

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  const place = await makeWorkplace();
  ({ files } = place);
  app = await startApp(place.home);
  await recordRequests();
  await createLibrary(app.window);
  await importSamples(app.window);
});
test.afterAll(() => app.close());

test('reading and searching asks for nothing but our own pages', async () => {
  await documentRows(app.window).filter({ hasText: 'urgent-appeal.pdf' }).first().click();
  await expect(reader(app.window).locator('.textLayer span').first()).toBeVisible();
  expect(await recordedRequests()).toEqual(['app:']);
});

test('every page has the strictest preferences, the cage too', async () => {
  const preferences = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map(
      // Electron's types leave it out.
      (contents) =>
        (
          contents as unknown as { getLastWebPreferences(): Electron.WebPreferences }
        ).getLastWebPreferences(),
    ),
  );
  expect(preferences.length).toBeGreaterThanOrEqual(2);
  for (const one of preferences) {
    expect(one).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      enableBlinkFeatures: '',
    });
  }
});

test('no page is in a session that reaches the disk', async () => {
  const sessions = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map(({ session }) => ({
      persistent: session.isPersistent(),
      path: session.getStoragePath(),
    })),
  );
  for (const one of sessions) expect(one).toEqual({ persistent: false, path: null });
});

test('every session, also one that nobody thought of, permits nothing', async () => {
  await app.electron.evaluate(async ({ BrowserWindow, session }) => {
    for (const one of [session.defaultSession, session.fromPartition('nobody thought of it')]) {
      one.protocol.handle('app', () => new Response('<!doctype html><title>x</title>'));
      await new BrowserWindow({ show: false, webPreferences: { session: one } }).loadURL(
        'app://main/',
      );
    }
  });
  const outcomes = await app.electron.evaluate(
    async ({ webContents }, code) => {
      const all = webContents.getAllWebContents();
      const answers: Record<string, string>[] = [];
      // As if a person had clicked: some things may only be asked for then.
      for (const one of all) {
        answers.push((await one.executeJavaScript(code, true)) as Record<string, string>);
      }
      return answers;
    },
    `(${String(tryPermissions)})(${JSON.stringify(PERMISSIONS)})`,
  );
  expect(outcomes.length).toBeGreaterThanOrEqual(4);
  for (const outcome of outcomes) {
    expect(Object.entries(outcome).filter(([, answer]) => answer !== 'refused')).toEqual([]);
  }
  await app.electron.evaluate(({ BrowserWindow, session }) => {
    for (const one of BrowserWindow.getAllWindows()) {
      const foreign = one.webContents.getURL() === 'app://main/';
      if (foreign) one.destroy();
    }
    session.defaultSession.protocol.unhandle('app');
  });
});

test('no session has a language to check the spelling of', async () => {
  const languages = await app.electron.evaluate(({ session, webContents }) =>
    [session.defaultSession, ...webContents.getAllWebContents().map((one) => one.session)].map(
      (one) => ({
        languages: one.getSpellCheckerLanguages(),
        enabled: one.isSpellCheckerEnabled(),
      }),
    ),
  );
  for (const one of languages) expect(one).toEqual({ languages: [], enabled: false });
});

test('every reply carries the policy, also that there is no such file', async () => {
  const root = join(preparedRuntime().appDir, 'out', 'renderer');
  const built = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
  const forCages = built.filter((path) =>
    /^\/(pdfjs|extractor|drawing)\/|\/[^/]*worker[^/]*$/u.test(path),
  );
  const forUs = built.filter((path) => !forCages.includes(path));
  expect(forUs.length).toBeGreaterThan(5);
  expect(forCages.length).toBeGreaterThan(5);
  const replies = await app.window.evaluate(
    (paths) =>
      Promise.all(
        paths.map(async (path) => {
          const { status, headers } = await fetch(path);
          return { path, status, policy: headers.get('content-security-policy') };
        }),
      ),
    [...built, '/nothing.html', '/../package.json', '/%2e%2e/main/index.js', '/assets'],
  );
  for (const { path, status, policy } of replies) {
    expect(status, path).toBe(forUs.includes(path) ? 200 : 404);
    expect(policy, path).toContain("default-src 'none'; script-src 'self';");
    expect(policy, path).toContain("require-trusted-types-for 'script'");
    expect(policy, path).not.toMatch(/unsafe|\*|https?:|data:/u);
  }
});

test('a file that is dropped is imported or refused, never opened in place of the page', async () => {
  const page = join(files, 'dropped.html');
  writeFileSync(page, '<!doctype html><title>dropped</title><p>Dropped words of the ferry.');
  await handToApp(page);
  const before = await addresses();
  await app.window.getByRole('button', { name: 'Library', exact: true }).click();
  await dropFiles(app.window, [page]);
  await expect(documentRows(app.window)).toHaveCount(SAMPLES + 1);
  expect(await addresses()).toEqual(before);
});

test('a download makes no file, not even for a moment', async () => {
  const downloads = await app.electron.evaluate(({ app: main }) => main.getPath('downloads'));
  const seen: string[] = [];
  const watcher = watch(downloads, (_event, name) => seen.push(String(name)));
  await app.window.evaluate(() => {
    for (const address of [
      URL.createObjectURL(new Blob(['secret'])),
      'data:text/plain,secret',
      '/index.html',
      'https://files.invalid/x.txt',
    ]) {
      const link = Object.assign(document.createElement('a'), { href: address, download: 'x.txt' });
      document.body.append(link);
      link.click();
      link.remove();
    }
  });
  // Round trips through the page and main, in which what was asked for before is answered.
  for (let trips = 0; trips < 20; trips += 1) {
    await app.window.evaluate(() => fetch('/index.html').then((reply) => reply.text()));
  }
  expect(seen).toEqual([]);
  // The watcher does see files come.
  const planted = join(downloads, 'planted');
  writeFileSync(planted, '');
  await expect.poll(() => seen).toContain('planted');
  rmSync(planted);
  watcher.close();
});

test('there are no webviews, no developer tools, no printing, no dialogs of pages', async () => {
  const before = await addresses();
  const inPage = await app.window.evaluate(() => {
    const webview = document.createElement('webview');
    webview.setAttribute('src', 'app://main/index.html');
    document.body.append(webview);
    let printed = false;
    window.addEventListener('beforeprint', () => (printed = true));
    window.print();
    window.alert('x');
    const outcome = {
      webview: 'loadURL' in webview,
      printed,
      confirmed: window.confirm('x'),
      pickers: ['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker'].filter(
        (name) => name in window,
      ),
    };
    webview.remove();
    return outcome;
  });
  expect(inPage).toEqual({
    webview: false,
    printed: false,
    confirmed: false,
    pickers: [],
  });
  const opened = await app.electron.evaluate(({ webContents }) => {
    for (const one of webContents.getAllWebContents()) one.openDevTools();
    return webContents.getAllWebContents().map((one) => one.isDevToolsOpened());
  });
  expect(opened).not.toContain(true);
  for (const keys of ['F12', 'ControlOrMeta+Shift+I', 'ControlOrMeta+p']) {
    await app.window.keyboard.press(keys);
  }
  expect(await addresses()).toEqual(before);
});

/**
 * After what needs clicks: Playwright waits for the navigations that are refused here.
 * `about:blank` is left out: Chromium asks nobody, and a page that goes there only empties itself.
 */
test('a page stays where it is and opens nothing', async () => {
  const page = join(files, 'page.html');
  writeFileSync(page, '<!doctype html><title>elsewhere</title>');
  await handToApp(page);
  const before = await addresses();
  const places = [
    'http://192.0.2.1/',
    'https://pages.invalid/',
    'ftp://files.invalid/x',
    'ws://sockets.invalid/',
    `file://${page}`,
    'file:///etc/hostname',
    'data:text/html,<title>elsewhere</title>',
    'javascript:void(document.title="elsewhere")',
    'chrome://gpu/',
    'devtools://devtools/bundled/inspector.html',
    'view-source:app://main/index.html',
    'app://extractor/extractor/extractor.html',
    'app://session/session.html',
    'app://elsewhere/index.html',
    'mailto:someone@people.invalid',
    'kartoteka:open',
  ];
  for (const place of places) {
    await app.window.evaluate(tryToLeave, place).catch(() => undefined);
    expect(await addresses(), place).toEqual(before);
  }
});

test('a locked library cannot be gone back to', async () => {
  await lockLibrary(app.window);
  const address = app.window.url();
  await app.window.evaluate(() => {
    history.back();
    history.go(-1);
  });
  await app.window.keyboard.press('Alt+ArrowLeft');
  const entries = await app.electron.evaluate(({ BrowserWindow }) => {
    const [shown] = BrowserWindow.getAllWindows().filter((one) => one.isVisible());
    shown?.webContents.navigationHistory.goBack();
    return shown?.webContents.navigationHistory.getAllEntries().map(({ url }) => url);
  });
  expect(entries).toEqual([address]);
  expect(app.window.url()).toBe(address);
});

test('the processes carry the switches, and none without a sandbox', async () => {
  test.skip(process.platform !== 'linux', 'reads /proc');
  const processes = await app.electron.evaluate(({ app: main }) =>
    main.getAppMetrics().map(({ pid, type }) => ({ pid, type })),
  );
  for (const { pid, type } of processes) {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    expect(words, type).not.toMatch(/--no-sandbox|--disable-web-security|--disable-dev-shm-usage/u);
    if (type === 'Tab') {
      expect(words).toContain('BackForwardCache');
      expect(words).toContain('WebRtcHideLocalIpsWithMdns');
    }
  }
});

/** Runs in the page: every way to leave it that a script or a click has. */
function tryToLeave(place: string): void {
  const attempts: (() => unknown)[] = [
    () => window.open(place),
    () => window.open(place, '_top'),
    () => {
      const link = Object.assign(document.createElement('a'), { href: place });
      document.body.append(link);
      link.click();
      link.target = '_blank';
      link.click();
      link.remove();
    },
    () => {
      const frame = Object.assign(document.createElement('iframe'), { src: place });
      document.body.append(frame);
      frame.remove();
    },
    () => {
      const form = Object.assign(document.createElement('form'), { action: place });
      document.body.append(form);
      form.submit();
      form.remove();
    },
    () => {
      const meta = Object.assign(document.createElement('meta'), { httpEquiv: 'refresh' });
      meta.content = `0; url=${place}`;
      document.head.append(meta);
    },
    () => location.assign(place),
    () => location.replace(place),
  ];
  for (const attempt of attempts) {
    try {
      attempt();
    } catch {
      // Refused at once.
    }
  }
}

/**
 * Of every page there is; asked through main, which hears of a navigation after it was refused or begun. Drawing cages that
 * are where they belong, or are only starting, are left out: they come and go by themselves.
 */
async function addresses(): Promise<string[]> {
  const inPage = await pageAddress(app.window);
  const known = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((one) => `${one.getURL()} ${String(one.isLoading())}`),
  );
  const isCage = (address: string): boolean => /^(?:app:\/\/drawing-\d+\/\S*)? /u.test(address);
  return [inPage, ...known.filter((address) => !isCage(address)).sort()];
}

function pageAddress(page: Page): Promise<string> {
  return page.evaluate(() => `${location.href} ${document.title}`);
}

/** Keeps the schemes of all requests from now on. Cancelled ones are told too. */
async function recordRequests(): Promise<void> {
  await app.electron.evaluate(({ app: main, session, webContents }) => {
    const schemes = new Set<string>();
    Object.assign(globalThis, { recordedSchemes: schemes });
    const record = (one: Electron.Session): void => {
      const note = ({ url }: { url: string }): void => void schemes.add(new URL(url).protocol);
      one.webRequest.onSendHeaders(note);
      one.webRequest.onCompleted(note);
      one.webRequest.onErrorOccurred(note);
    };
    main.on('session-created', record);
    for (const { session: known } of webContents.getAllWebContents()) record(known);
    record(session.defaultSession);
  });
}

function recordedRequests(): Promise<string[]> {
  return app.electron.evaluate(() => [
    ...(globalThis as unknown as { recordedSchemes: Set<string> }).recordedSchemes,
  ]);
}
