/** A page that was taken over may send anything: it is refused, and the library goes on. */
import { expect, test } from '@playwright/test';
import { contract, type ChannelName } from '../../src/shared/ipc/contract.ts';
import { CHANNEL_OWNERS } from '../../src/shared/ipc/channel-names.ts';
import { makeWorkplace, startApp, type RunningApp } from './helpers/app.ts';
import { createLibrary, importSamples, invoke } from './helpers/bridge.ts';
import { malformed, seeded } from './helpers/malformed.ts';

const PAYLOADS = 1_000;
const SEED = 20_261_123;
const CHANNELS = Object.keys(CHANNEL_OWNERS) as ChannelName[];

let app: RunningApp;

test.beforeEach(async () => {
  app = await startApp((await makeWorkplace()).home);
});
test.afterEach(() => app.close());

test('refuses a thousand malformed payloads on every channel, before a library is open', async () => {
  test.setTimeout(300_000);
  await handPayloads();
  for (const channel of CHANNELS) {
    // A library that is not open is refused before its request is looked at.
    if (CHANNEL_OWNERS[channel] === 'library') continue;
    expect(await failuresOf(channel), channel).toEqual({ 'invalid-request': PAYLOADS });
  }
  await createLibrary(app.window);
});

test('refuses a thousand malformed payloads on every channel of an open library', async () => {
  test.setTimeout(300_000);
  await createLibrary(app.window);
  await importSamples(app.window);
  const before = await invoke(app.window, 'document.list', {});
  const processes = await pids();
  await handPayloads();
  for (const channel of CHANNELS) {
    expect(await failuresOf(channel), channel).toEqual({ 'invalid-request': PAYLOADS });
  }
  expect(await pids()).toEqual(processes);
  expect(await invoke(app.window, 'document.list', {})).toEqual(before);
});

test('answers no other window, even one with our page, our preload and our session', async () => {
  await createLibrary(app.window);
  const answers: unknown = await app.electron.evaluate(async ({ app: main, BrowserWindow }) => {
    const ours = BrowserWindow.getAllWindows().find((one) => one.isVisible());
    if (!ours) throw new Error('There is no window');
    const preload = `${main.getAppPath()}/out/preload/index.cjs`;
    const foreign = new BrowserWindow({
      show: false,
      webPreferences: { preload, sandbox: true, session: ours.webContents.session },
    });
    await foreign.loadURL('app://main/index.html');
    const asked: unknown = await foreign.webContents.executeJavaScript(`
      Promise.all([
        kartoteka.invoke('session.state', {}),
        // The port never comes, so this is never answered: the second answer of main ends the wait.
        Promise.race([
          kartoteka.invoke('document.list', {}),
          kartoteka.invoke('session.state', {}).then(() => kartoteka.invoke('session.lock', {})),
        ]),
      ])`);
    foreign.destroy();
    return asked;
  });
  const refused = { ok: false, failure: { kind: 'invalid-request' } };
  expect(answers).toEqual([refused, refused]);
  expect(await invoke(app.window, 'document.list', {})).toEqual({ ok: true, value: [] });
});

/** Some are well-formed for some channel; those are left out there. */
const ALL = ((random) => Array.from({ length: 2 * PAYLOADS }, () => malformed(random)))(
  seeded(SEED),
);

/** Hands the payloads to the page once: all channels get the same. */
async function handPayloads(): Promise<void> {
  await app.window.evaluate((all) => void Object.assign(globalThis, { payloads: all }), ALL);
}

/** Sends the payloads that the contract does not allow; answers how often each kind of failure came back. */
async function failuresOf(channel: ChannelName): Promise<Record<string, number>> {
  const { request } = contract[channel];
  const numbers = [...ALL.keys()].filter((number) => !request.safeParse(ALL[number]).success);
  return app.window.evaluate(
    async ([name, chosen]) => {
      const bridge = globalThis.window.kartoteka as unknown as {
        invoke(
          channel: string,
          request: unknown,
        ): Promise<{ ok: true } | { ok: false; failure: { kind: string } }>;
      };
      const { payloads } = globalThis as unknown as { payloads: unknown[] };
      const counts: Record<string, number> = {};
      for (const number of chosen) {
        const answer = await bridge.invoke(name, payloads[number]);
        const kind = answer.ok ? 'ok' : answer.failure.kind;
        counts[kind] = (counts[kind] ?? 0) + 1;
      }
      return counts;
    },
    [channel, numbers.slice(0, PAYLOADS)] as const,
  );
}

function pids(): Promise<number[]> {
  return app.electron.evaluate(({ app: main }) =>
    main
      .getAppMetrics()
      .map(({ pid }) => pid)
      .sort((a, b) => a - b),
  );
}
