/** The cage that the pages live in, looked at from inside and from outside. */
import { expect, test, type ElectronApplication } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACTIONS } from '../../src/shared/actions.ts';
import { CHANNEL_OWNERS } from '../../src/shared/ipc/channel-names.ts';
import { makeWorkplace, startApp, type RunningApp } from './helpers/app.ts';
import { createLibrary, importSamples, invoke, lockLibrary } from './helpers/bridge.ts';

let app: RunningApp;
let home: string;

test.beforeEach(async () => {
  ({ home } = await makeWorkplace());
  app = await startApp(home);
});
test.afterEach(() => app.close());

test('opens one visible window that is called Kartoteka and nothing else', async () => {
  await expect(app.window.locator('#root')).not.toBeEmpty();
  const windows = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((one) => ({
      title: one.getTitle(),
      visible: one.isVisible(),
      smallest: one.getMinimumSize(),
    })),
  );
  expect(windows).toEqual([{ title: 'Kartoteka', visible: true, smallest: [960, 600] }]);
  await app.window.evaluate(() => (document.title = 'a document of the person'));
  expect(
    await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getTitle(),
    ),
  ).toBe('Kartoteka');
});

test('keeps every page, the cages too, in the system sandbox', async () => {
  test.skip(process.platform !== 'linux', 'reads /proc');
  await createLibrary(app.window);
  await importSamples(app.window);
  const pages = await rendererProcesses(app.electron);
  // The workbench, the extractor, and the drawing cage that waits for the first document.
  expect(pages.length).toBe(3);
  for (const pid of pages) {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    expect(status).toMatch(/^Seccomp:\t2$/mu);
    expect(status).toMatch(/^NoNewPrivs:\t1$/mu);
  }
});

test('gives pages no Node, no Electron and only three functions', async () => {
  const found = await app.window.evaluate(() => ({
    globals: ['require', 'process', 'module', 'global', 'Buffer', 'ipcRenderer', 'electron'].filter(
      (name) => name in window,
    ),
    bridge: Object.keys(window.kartoteka).sort(),
  }));
  expect(found).toEqual({ globals: [], bridge: ['invoke', 'onEvent', 'pathForFile'] });

  const preferences = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
        // Electron's types leave it out.
        (
          contents as unknown as { getLastWebPreferences(): Electron.WebPreferences }
        ).getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
    }),
  );
  expect(preferences).toEqual([
    {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    },
  ]);
});

test('runs no script but its own', async () => {
  const outcome = await app.window.evaluate(async () => {
    const throwing = (run: () => unknown): string => {
      try {
        run();
        return 'ran';
      } catch (error) {
        return error instanceof Error ? error.name : 'threw';
      }
    };
    const code = 'window.injected = true';
    const violated = new Set<string>();
    document.addEventListener('securitypolicyviolation', (event) =>
      violated.add(event.effectiveDirective),
    );
    const writing = throwing(() => document.createElement('script').append(code));
    // Written in a document without our policy, then brought here.
    const script = document.implementation.createHTMLDocument().createElement('script');
    throwing(() => script.append(code));
    throwing(() => document.head.append(script));
    const link = document.createElement('a');
    link.href = `javascript:${code}`;
    link.click();
    const image = new Image();
    image.src = 'https://images.invalid/x.png';
    await new Promise((resolve) => image.addEventListener('error', resolve));
    return {
      writing,
      parsed: throwing(() => (document.createElement('p').innerHTML = '<b>x</b>')),
      worker: throwing(() => new Worker('/assets/other.js')),
      injected: 'injected' in window,
      violated: [...violated].sort(),
    };
  });
  expect(outcome).toEqual({
    writing: 'TypeError',
    parsed: 'TypeError',
    worker: 'TypeError',
    injected: false,
    violated: ['img-src', 'require-trusted-types-for', 'script-src-elem'],
  });
});

test('reaches nothing outside, goes nowhere and is permitted nothing', async () => {
  const outcome = await app.window.evaluate(async () => {
    const failed = (run: () => Promise<unknown>): Promise<string> =>
      run().then(
        () => 'worked',
        () => 'refused',
      );
    const link = document.createElement('a');
    link.href = 'https://files.invalid/x.pdf';
    link.download = 'x.pdf';
    link.click();
    const stay = location.href;
    location.href = 'https://pages.invalid/';
    return {
      elsewhere: await failed(() => fetch('https://hosts.invalid/')),
      disk: await failed(() => fetch('file:///etc/hostname')),
      missing: (await fetch('/../package.json')).status,
      opened: window.open('https://windows.invalid/'),
      notifications: await Notification.requestPermission(),
      location: await navigator.permissions
        .query({ name: 'geolocation' })
        .then(({ state }) => state),
      microphone: await failed(() => navigator.mediaDevices.getUserMedia({ audio: true })),
      stayed: location.href === stay,
    };
  });
  expect(outcome).toEqual({
    elsewhere: 'refused',
    disk: 'refused',
    missing: 404,
    opened: null,
    notifications: 'denied',
    location: 'denied',
    microphone: 'refused',
    stayed: true,
  });
  expect(app.electron.windows()).toHaveLength(1);
});

test('main refuses the network too', async () => {
  const tries = await app.electron.evaluate(async () => {
    const attempts: Record<string, () => unknown> = {
      fetch: () => fetch('https://hosts.invalid/'),
      socket: () => process.getBuiltinModule('node:net').connect(9, '192.0.2.1'),
      name: () => process.getBuiltinModule('node:dns').lookup('names.invalid', () => undefined),
      server: () => process.getBuiltinModule('node:http').createServer().listen(0),
    };
    const outcomes: Record<string, string> = {};
    for (const [name, attempt] of Object.entries(attempts)) {
      try {
        await attempt();
        outcomes[name] = 'worked';
      } catch (error) {
        outcomes[name] = String(error);
      }
    }
    return outcomes;
  });
  const refusal = 'Error: Kartoteka does not use the network';
  expect(tries).toEqual({ fetch: refusal, socket: refusal, name: refusal, server: refusal });
});

test('answers only what the contract allows', async () => {
  expect(await invoke(app.window, 'document.list', {})).toEqual({
    ok: false,
    failure: { kind: 'library-locked' },
  });
  expect(await invoke(app.window, 'session.state', {})).toEqual({
    ok: true,
    value: { kind: 'first-start' },
  });
  await createLibrary(app.window);
  const refused = { ok: false, failure: { kind: 'invalid-request' } };
  for (const name of ['export.write', '__proto__', 'toString', '', 7, null]) {
    expect(await invoke(app.window, name, {}), String(name)).toEqual(refused);
  }
  for (const channel of Object.keys(CHANNEL_OWNERS)) {
    for (const request of [{ unexpected: 1 }, null, undefined, [], 'x', { documentId: -1 }]) {
      expect(await invoke(app.window, channel, request), channel).toEqual(refused);
    }
  }
});

test('greys the actions of the menu while no library is open', async () => {
  expect(await enabledActions(app.electron)).toEqual(['help.protects']);
  await createLibrary(app.window);
  expect(await enabledActions(app.electron)).toContain('library.import-files');
  await lockLibrary(app.window);
  expect(await enabledActions(app.electron)).toEqual(['help.protects']);
});

test('leaves nothing in its profile but the library', async () => {
  await createLibrary(app.window);
  await importSamples(app.window);
  const chromium = await app.electron.evaluate(({ app: main }) => main.getPath('sessionData'));
  await app.close();
  const profile = join(home, 'profile');
  expect(readdirSync(profile)).toEqual(['libraries']);
  expect(readdirSync(join(profile, 'libraries'))).toEqual(['Ferries.kartoteka']);
  expect(() => readdirSync(chromium)).toThrow('ENOENT');
  app = await startApp(home);
});

async function rendererProcesses(electron: ElectronApplication): Promise<number[]> {
  return electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getOSProcessId()),
  );
}

async function enabledActions(electron: ElectronApplication): Promise<string[]> {
  return electron.evaluate(
    ({ Menu }, ids) =>
      (Menu.getApplicationMenu()?.items ?? [])
        .flatMap((menu) => menu.submenu?.items ?? [])
        .filter((item) => item.enabled && ids.includes(item.id))
        .map((item) => item.id),
    ACTIONS.map(({ id }): string => id),
  );
}
