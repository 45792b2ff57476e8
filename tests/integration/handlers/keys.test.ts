import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSession, type LibrarySession } from '../../../src/core/handlers/index.ts';
import { nodePdfExtractor } from '../../../src/core/import/node-pdf-extractor.ts';
import { openLibrary } from '../../../src/core/library/library.ts';
import type { PushedEvent } from '../../../src/shared/ipc/contract.ts';
import { encodePassphrase } from '../../../src/shared/passphrase/encode-passphrase.ts';
import { newLibrary, PASSPHRASE, temporaryFolder } from '../../helpers/temporary-library.ts';

const NEXT = 'copper meadow whistle twelve';

async function openSession(): Promise<{
  session: LibrarySession;
  folder: string;
  pushed: PushedEvent[];
}> {
  const folder = join(temporaryFolder(), 'Test.kartoteka');
  const pushed: PushedEvent[] = [];
  const session = await createSession({
    open: () => newLibrary(folder),
    extractor: nodePdfExtractor(),
    push: (event) => pushed.push(event),
  });
  onTestFinished(() => session.close());
  return { session, folder, pushed };
}

describe('the channels of the keys', { timeout: 180_000 }, () => {
  it('overwrite the passphrases they were given, right or wrong', async () => {
    const { session } = await openSession();
    const current = encodePassphrase('not the passphrase');
    const next = encodePassphrase(NEXT);
    expect(await session.handle('keys.change-passphrase', { current, next })).toMatchObject({
      failure: { kind: 'wrong-passphrase' },
    });
    for (const secret of [current, next]) expect(secret.every((byte) => byte === 0)).toBe(true);
  });

  it.each([
    ['keys.change-passphrase', { current: PASSPHRASE, next: NEXT }],
    ['keys.recovery-sheet', { passphrase: new Uint8Array() }],
    ['keys.recovery-sheet', { passphrase: new Uint8Array(100_000) }],
    ['keys.remove-slot', { passphrase: encodePassphrase(PASSPHRASE), slotId: '../keys' }],
    ['settings.set', { idleMinutes: 0 }],
    ['settings.set', { idleMinutes: 7 }],
    ['settings.set', { recoverySheetConfirmed: '2026-01-01' }],
  ])('%s refuses what is not of the contract', async (channel, request) => {
    const { session } = await openSession();
    expect(await session.handle(channel, request)).toEqual({
      ok: false,
      failure: { kind: 'invalid-request' },
    });
  });

  it('add and remove a colleague, and change the passphrase', async () => {
    const { session, folder } = await openSession();
    const secret = () => encodePassphrase(PASSPHRASE);
    const added = await session.handle('keys.add-slot', {
      passphrase: secret(),
      name: 'Olga',
      next: encodePassphrase(NEXT),
    });
    expect(added).toMatchObject({
      ok: true,
      value: [{ current: true }, { name: 'Olga', current: false }],
    });
    expect(await session.handle('keys.slots', {})).toEqual(added);
    const [, olga] = (added as unknown as { value: { id: string }[] }).value;
    expect(
      await session.handle('keys.remove-slot', { passphrase: secret(), slotId: olga?.id }),
    ).toMatchObject({ ok: true, value: [{ name: '' }] });
    expect(
      await session.handle('keys.change-passphrase', {
        current: secret(),
        next: encodePassphrase(NEXT),
      }),
    ).toEqual({ ok: true, value: null });
    await session.close();
    (await openLibrary(folder, NEXT)).close();
  });

  it('remember the settings, and tell them', async () => {
    const { session, pushed } = await openSession();
    expect(await session.handle('settings.get', {})).toMatchObject({
      ok: true,
      value: { idleMinutes: 5, recoverySheetConfirmed: null },
    });
    await session.handle('settings.set', { idleMinutes: 15 });
    await session.handle('keys.confirm-sheet', {});
    const settings = { idleMinutes: 15, recoverySheetConfirmed: expect.stringMatching(/^\d{4}-/u) };
    expect(await session.handle('settings.get', {})).toMatchObject({ ok: true, value: settings });
    expect(pushed.at(-1)).toMatchObject({ kind: 'settings-changed', settings });
  });

  it('encrypt anew: everything else waits, then the library is closed', async () => {
    const { session, folder, pushed } = await openSession();
    const encrypting = session.handle('keys.reencrypt', {
      passphrase: encodePassphrase(PASSPHRASE),
    });
    const busy = { ok: false, failure: { kind: 'library-busy' } };
    expect(await session.handle('document.list', {})).toEqual(busy);
    expect(await session.handle('settings.set', { idleMinutes: 1 })).toEqual(busy);
    expect(await session.handle('keys.slots', {})).toEqual(busy);
    expect(await session.handle('settings.get', {})).toMatchObject({ ok: true });
    expect(await session.handle('job.list', {})).toMatchObject({ ok: true });

    expect(await encrypting).toMatchObject({ ok: true, value: { libraryName: 'Test' } });
    const progress = pushed.flatMap((event) =>
      event.kind === 'reencrypt-progress' ? [event] : [],
    );
    expect(progress.at(-1)?.done).toBe(progress.at(-1)?.total);
    expect(await session.handle('document.list', {})).toEqual({
      ok: false,
      failure: { kind: 'library-locked' },
    });
    await session.close();
    (await openLibrary(folder, PASSPHRASE)).close();
  });
});
