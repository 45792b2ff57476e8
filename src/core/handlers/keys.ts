/** The passphrases of the open library, its recovery sheet and its key. Passphrases are overwritten when done with. */
import { fail } from '../../shared/failure.ts';
import { addSlot, changePassphrase, listSlots, removeSlot } from '../library/keys/change-slots.ts';
import { showRecoverySheet } from '../library/keys/recovery-sheet.ts';
import { reencryptLibrary } from '../library/reencrypt/reencrypt-library.ts';
import { changeSettings } from '../library/settings.ts';
import type { LibraryContext } from './context.ts';
import type { Handler } from './handler.ts';

/** Progress is pushed at most this often (milliseconds). */
const PUSH_INTERVAL_MS = 100;

export const keysHandlers: {
  'keys.slots': Handler<'keys.slots'>;
  'keys.change-passphrase': Handler<'keys.change-passphrase'>;
  'keys.add-slot': Handler<'keys.add-slot'>;
  'keys.remove-slot': Handler<'keys.remove-slot'>;
  'keys.recovery-sheet': Handler<'keys.recovery-sheet'>;
  'keys.confirm-sheet': Handler<'keys.confirm-sheet'>;
  'keys.reencrypt': Handler<'keys.reencrypt'>;
} = {
  'keys.slots': ({ library }) => listSlots(library),
  'keys.change-passphrase': ({ library }, { current, next }) =>
    wiping([current, next], async () => {
      await changePassphrase(library, current, next);
      return null;
    }),
  'keys.add-slot': ({ library }, { passphrase, name, next }) =>
    wiping([passphrase, next], async () => {
      await addSlot(library, passphrase, name, next);
      return listSlots(library);
    }),
  'keys.remove-slot': ({ library }, { passphrase, slotId }) =>
    wiping([passphrase], async () => {
      await removeSlot(library, passphrase, slotId);
      return listSlots(library);
    }),
  'keys.recovery-sheet': ({ library }, { passphrase }) =>
    wiping([passphrase], () => showRecoverySheet(library, passphrase)),
  'keys.confirm-sheet': (context) => {
    const recoverySheetConfirmed = new Date().toISOString();
    const settings = changeSettings(context.library.database, { recoverySheetConfirmed });
    context.push({ kind: 'settings-changed', settings });
    return settings;
  },
  'keys.reencrypt': (context, { passphrase }) =>
    wiping([passphrase], async () => {
      if (context.jobs.list().some(({ state }) => state.kind === 'running')) {
        throw fail({ kind: 'library-busy' });
      }
      return reencryptLibrary(context.library, passphrase, { onProgress: progressOf(context) });
    }),
};

async function wiping<T>(secrets: readonly Uint8Array[], run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } finally {
    for (const secret of secrets) secret.fill(0);
  }
}

function progressOf(context: LibraryContext): (done: number, total: number) => void {
  let pushedAt = -PUSH_INTERVAL_MS;
  return (done, total) => {
    const now = performance.now();
    if (done < total && now - pushedAt < PUSH_INTERVAL_MS) return;
    pushedAt = now;
    context.push({ kind: 'reencrypt-progress', done, total });
  };
}
