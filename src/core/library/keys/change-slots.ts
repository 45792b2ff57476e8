/** Changing which passphrases open a library. The data key stays, and so does the recovery sheet. */
import type { KeySlotInfo } from '../../../shared/domain/keys.ts';
import { fail } from '../../../shared/failure.ts';
import type { LibraryDatabase } from '../connection.ts';
import type { LibraryAccess } from '../library-access.ts';
import { deleteKeySlot, keepKeySlots, listKeySlots, putKeySlot } from '../queries/key-slot.ts';
import type { ArgonCost } from './argon-cost.ts';
import { calibrateCost } from './calibrate.ts';
import { readKeyFiles, replaceKeyFiles, type OnStep } from './key-files.ts';
import { newSlotId, wrapKey, type KeySlot } from './key-slot.ts';
import type { KeysFile } from './keys-file.ts';
import { requireStrong, withPassphrase, type Passphrase } from './passphrase.ts';
import { withDataKey } from './with-data-key.ts';

/** A wrong passphrase tries every slot, a second each; few people share one library. */
export const MOST_SLOTS = 8;

/** What these functions need of an open library. */
export interface KeyedLibrary {
  readonly folder: string;
  readonly name: string;
  /** The slot it was opened with. */
  readonly slotId: string;
  readonly database: LibraryDatabase;
  readonly access: Pick<LibraryAccess, 'assertWritable'>;
}

export interface ChangeOptions {
  /** Of the new slot; found out for this machine when it is not given. */
  readonly cost?: ArgonCost;
  readonly onStep?: OnStep;
}

/** The passphrases that open the library. @throws FailureError what `readKeyFiles` throws. */
export function listSlots(library: KeyedLibrary): KeySlotInfo[] {
  const known = new Map(listKeySlots(library.database).map((row) => [row.id, row]));
  return readKeyFiles(library.folder).file.slots.map(({ id }) => ({
    id,
    name: known.get(id)?.name ?? '',
    createdAt: known.get(id)?.createdAt ?? null,
    current: id === library.slotId,
  }));
}

/**
 * Puts another passphrase in the place of the one given.
 * @throws FailureError `passphrase-too-weak`, `wrong-passphrase`, `library-read-only`, `library-gone`; so do the others.
 */
export async function changePassphrase(
  library: KeyedLibrary,
  current: Passphrase,
  next: Passphrase,
  options: ChangeOptions = {},
): Promise<void> {
  library.access.assertWritable();
  await requireStrong(next, [library.name]);
  await withDataKey(library.folder, current, async ({ file, dataKey, slotId }) => {
    const slot = await makeSlot(file, dataKey, next, slotId, options);
    options.onStep?.('slot-made');
    const slots = file.slots.map((old) => (old.id === slotId ? slot : old));
    replaceKeyFiles(library.folder, { ...file, slots }, options.onStep);
    ifPossible(() => {
      const name = listKeySlots(library.database).find(({ id }) => id === slotId)?.name ?? '';
      putKeySlot(library.database, { id: slotId, name, createdAt: new Date().toISOString() });
    });
  });
}

/**
 * Adds the passphrase of a colleague.
 * @param name whose it is; kept in the encrypted library only
 * @throws FailureError `passphrase-too-weak`, `too-many-key-slots`, `wrong-passphrase`.
 */
export async function addSlot(
  library: KeyedLibrary,
  passphrase: Passphrase,
  name: string,
  next: Passphrase,
  options: ChangeOptions = {},
): Promise<void> {
  library.access.assertWritable();
  await requireStrong(next, [library.name, name]);
  await withDataKey(library.folder, passphrase, async ({ file, dataKey }) => {
    if (file.slots.length >= MOST_SLOTS) throw fail({ kind: 'too-many-key-slots' });
    const slot = await makeSlot(file, dataKey, next, newSlotId(), options);
    // The name first: a name without a slot does nothing, a slot without a name cannot be told from others.
    keepKeySlots(
      library.database,
      file.slots.map(({ id }) => id),
    );
    putKeySlot(library.database, { id: slot.id, name, createdAt: new Date().toISOString() });
    replaceKeyFiles(library.folder, { ...file, slots: [...file.slots, slot] }, options.onStep);
  });
}

/**
 * Removes a passphrase. The one given must stay, so that someone can still open the library.
 * @throws FailureError `not-found`, `own-key-slot`, `wrong-passphrase`.
 */
export async function removeSlot(
  library: KeyedLibrary,
  passphrase: Passphrase,
  slotId: string,
  onStep?: OnStep,
): Promise<void> {
  library.access.assertWritable();
  await withDataKey(library.folder, passphrase, async ({ file, slotId: own }) => {
    if (slotId === own) throw fail({ kind: 'own-key-slot' });
    const slots = file.slots.filter(({ id }) => id !== slotId);
    if (slots.length === file.slots.length) throw fail({ kind: 'not-found', noun: 'key-slot' });
    replaceKeyFiles(library.folder, { ...file, slots }, onStep);
    ifPossible(() => deleteKeySlot(library.database, slotId));
  });
}

/**
 * What the library notes about its slots once the key files say who may open it. Without room on the disk it is not
 * noted: to fail now would tell the person that nothing was changed.
 */
function ifPossible(note: () => void): void {
  try {
    note();
  } catch {
    return;
  }
}

async function makeSlot(
  { libraryId }: KeysFile,
  dataKey: Buffer,
  passphrase: Passphrase,
  id: string,
  { cost }: ChangeOptions,
): Promise<KeySlot> {
  const chosen = cost ?? (await calibrateCost());
  return withPassphrase(passphrase, (bytes) =>
    wrapKey(dataKey, bytes, { libraryId, id, cost: chosen }),
  );
}
