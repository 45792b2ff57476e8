/** Making the keys of a new library, and opening those of an old one. */
import { randomUUID } from 'node:crypto';
import { fail } from '../../../shared/failure.ts';
import type { ArgonCost } from './argon-cost.ts';
import { mendKeyFiles, readKeyFiles, writeFirstKeyFiles } from './key-files.ts';
import type { KeysFile } from './keys-file.ts';
import { newSlotId, unwrapKey, wrapKey } from './key-slot.ts';
import { checkOfKey, keysOf, newDataKey, type LibraryKeys } from './library-keys.ts';
import { withPassphrase, type Passphrase } from './passphrase.ts';

export interface UnlockedKeys {
  readonly keys: LibraryKeys;
  /** The slot whose passphrase was given. */
  readonly slotId: string;
}

/** Makes a data key and writes it, wrapped by the passphrase, to both key files of `folder`. */
export async function createKeys(
  folder: string,
  passphrase: Passphrase,
  cost: ArgonCost,
): Promise<UnlockedKeys> {
  const libraryId = randomUUID();
  const dataKey = newDataKey();
  const slotId = newSlotId();
  try {
    const slot = await withPassphrase(passphrase, (bytes) =>
      wrapKey(dataKey, bytes, { libraryId, id: slotId, cost }),
    );
    const check = checkOfKey(libraryId, dataKey);
    writeFirstKeyFiles(folder, { libraryId, revision: 1, check, slots: [slot] });
    return { keys: keysOf(libraryId, dataKey), slotId };
  } catch (error) {
    dataKey.fill(0);
    throw error;
  }
}

/**
 * Unwraps the data key, and mends the key files when they need it: only now is it known that they are right.
 * @throws FailureError `wrong-passphrase`, and what `readKeyFiles` throws.
 */
export async function unlockKeys(folder: string, passphrase: Passphrase): Promise<UnlockedKeys> {
  const { file, needsMending } = readKeyFiles(folder);
  const opened = await withPassphrase(passphrase, (bytes) => tryToOpen(file, bytes));
  if (!opened) throw fail({ kind: 'wrong-passphrase' });
  const { dataKey, slotId } = opened;
  if (needsMending) {
    const check = file.check ?? checkOfKey(file.libraryId, dataKey);
    mendKeyFiles(folder, { ...file, revision: Math.max(1, file.revision), check });
  }
  return { keys: keysOf(file.libraryId, dataKey), slotId };
}

/** Tries one slot after the other; about a second each. */
export async function tryToOpen(
  { libraryId, slots }: KeysFile,
  passphrase: Uint8Array,
): Promise<{ dataKey: Buffer; slotId: string } | undefined> {
  for (const slot of slots) {
    const dataKey = await unwrapKey(slot, passphrase, libraryId);
    if (dataKey) return { dataKey, slotId: slot.id };
  }
  return undefined;
}
