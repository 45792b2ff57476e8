/** The keys of a damaged library, found without mending or changing anything in its folder. */
import { join } from 'node:path';
import { fail } from '../../../shared/failure.ts';
import { readRecoveryKey } from '../../../shared/recovery/read-recovery-key.ts';
import { openDatabaseFile } from '../files/database-file.ts';
import type { ArgonCost } from '../keys/argon-cost.ts';
import { calibrateCost } from '../keys/calibrate.ts';
import { readKeyFiles } from '../keys/key-files.ts';
import { newSlotId, wrapKey } from '../keys/key-slot.ts';
import type { CompleteKeysFile } from '../keys/keys-file.ts';
import { checkOfKey, keysOf, type LibraryKeys } from '../keys/library-keys.ts';
import { requireStrong, withPassphrase, type Passphrase } from '../keys/passphrase.ts';
import { withDataKey } from '../keys/with-data-key.ts';
import { LIBRARY_FILE, placeAt } from '../places.ts';
import { readPayload } from './read-payload.ts';
import { readRecord } from './read-record.ts';
import { treePage } from './scan-pages.ts';

/** What opens the damaged library, and the new one: the passphrase as before, or a new one with the recovery sheet. */
export type RescueSecret =
  | { kind: 'passphrase'; passphrase: Passphrase }
  | { kind: 'recovery-key'; recoveryKey: string; newPassphrase: Passphrase; cost?: ArgonCost };

export interface DamagedLibraryKeys {
  readonly keys: LibraryKeys;
  /** For the new library: the same data key, so that the recovery sheet stays right. */
  readonly keysFile: CompleteKeysFile;
  /** The only slot, when the passphrase is new. */
  readonly newSlotId: string | null;
}

/**
 * @throws FailureError `wrong-passphrase`, `keys-gone`, `library-damaged` (part `keys`), `recovery-key-mistyped`,
 *   `wrong-recovery-key`, `passphrase-too-weak`.
 */
export async function unlockDamaged(
  folder: string,
  secret: RescueSecret,
): Promise<DamagedLibraryKeys> {
  if (secret.kind === 'passphrase') {
    return withDataKey(folder, secret.passphrase, async ({ file, dataKey }) => ({
      keys: keysOf(file.libraryId, Buffer.from(dataKey)),
      keysFile: file,
      newSlotId: null,
    }));
  }
  const { key, problems } = readRecoveryKey(secret.recoveryKey);
  if (!key) throw fail({ kind: 'recovery-key-mistyped', problem: problems[0] ?? null });
  await requireStrong(secret.newPassphrase, [placeAt(folder).folderName]);
  const dataKey = Buffer.from(key.buffer);
  const libraryId = idFromKeyFiles(folder, dataKey) ?? idFromRows(folder, dataKey);
  const id = newSlotId();
  const cost = secret.cost ?? (await calibrateCost());
  const slot = await withPassphrase(secret.newPassphrase, (bytes) =>
    wrapKey(dataKey, bytes, { libraryId, id, cost }),
  );
  const check = checkOfKey(libraryId, dataKey);
  return {
    keys: keysOf(libraryId, dataKey),
    keysFile: { libraryId, revision: 1, check, slots: [slot] },
    newSlotId: id,
  };
}

/** Undefined when the key files tell nothing. */
function idFromKeyFiles(folder: string, dataKey: Buffer): string | undefined {
  let file;
  try {
    ({ file } = readKeyFiles(folder));
  } catch {
    return undefined;
  }
  if (file.check === null) return file.libraryId;
  // Those of another library tell nothing either.
  return file.check === checkOfKey(file.libraryId, dataKey) ? file.libraryId : undefined;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The row of the library about itself: number 1, id, name, when it was made. */
function idFromRows(folder: string, dataKey: Buffer): string {
  const file = openDatabaseFile(join(folder, LIBRARY_FILE), dataKey);
  try {
    for (let page = 1; page <= file.pageCount; page += 1) {
      for (const cell of treePage(file, page)?.cells ?? []) {
        const payload = cell.rowid === 1 ? readPayload(file, cell) : undefined;
        const record = payload && readRecord(payload.bytes);
        const id = record?.[1];
        if (record?.length === 4 && typeof id === 'string' && UUID.test(id)) return id;
      }
    }
  } finally {
    file.close();
  }
  throw fail({ kind: 'wrong-recovery-key' });
}
