/** Asks the app through its bridge, for tests that are not about the interface. */
import { expect, type Page } from '@playwright/test';
import { PASSPHRASE } from './app.ts';

/** Sends anything to any channel, as a page that was taken over would. A `passphrase` becomes bytes in the page. */
export function invoke(window: Page, channel: unknown, request: unknown): Promise<unknown> {
  return window.evaluate(
    ([name, payload]) => {
      const bridge = globalThis.window.kartoteka as unknown as {
        invoke(channel: unknown, request: unknown): Promise<unknown>;
      };
      const passphrase = (payload as { passphrase?: unknown } | null)?.passphrase;
      if (typeof passphrase !== 'string') return bridge.invoke(name, payload);
      const bytes = new TextEncoder().encode(passphrase);
      return bridge.invoke(name, { ...(payload as object), passphrase: bytes });
    },
    [channel, request],
  );
}

/** From the session page to the workbench; the page of before and what was going on in it are gone. */
export async function enterLibrary(window: Page): Promise<void> {
  await window.evaluate(() => void globalThis.window.kartoteka.invoke('session.enter', {}));
  await window.waitForURL('app://main/**');
}

/** Locks as Ctrl+L does. */
export async function lockLibrary(window: Page): Promise<void> {
  await window.evaluate(() => void globalThis.window.kartoteka.invoke('session.lock', {}));
  await window.waitForURL('app://session/**');
}

export async function createLibrary(window: Page): Promise<void> {
  const created = await invoke(window, 'session.create', {
    name: 'Ferries',
    parent: null,
    passphrase: PASSPHRASE,
  });
  expect(created).toMatchObject({ ok: true });
  await enterLibrary(window);
}

/** Imports files and waits for the end; answers the report. */
export async function importPaths(window: Page, paths: readonly string[]): Promise<unknown> {
  return finishImport(window, await invoke(window, 'import.start', { paths }));
}

/** Imports the reports that the app brings along. */
/** So many documents the samples become (resources/samples/README.md). */
export const SAMPLES = 11;

export async function importSamples(window: Page): Promise<unknown> {
  return finishImport(window, await invoke(window, 'import.samples', {}));
}

async function finishImport(window: Page, started: unknown): Promise<unknown> {
  expect(started).toMatchObject({ ok: true });
  const { value: batchId } = started as { value: number };
  await expect
    .poll(() => invoke(window, 'job.list', {}), { timeout: 45_000 })
    .toMatchObject({
      value: expect.arrayContaining([
        expect.objectContaining({ batchId, state: { kind: 'done' } }),
      ]),
    });
  return invoke(window, 'import.report', { batchId });
}
