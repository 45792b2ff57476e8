/** Having the data key for a moment: an open library does not keep it. */
import { fail } from '../../../shared/failure.ts';
import { readKeyFiles } from './key-files.ts';
import type { CompleteKeysFile } from './keys-file.ts';
import { checkOfKey } from './library-keys.ts';
import { withPassphrase, type Passphrase } from './passphrase.ts';
import { tryToOpen } from './unlock-keys.ts';

/** The keys as they are to be written next, and the data key while `use` runs. */
export interface KeysAtHand {
  readonly file: CompleteKeysFile;
  readonly dataKey: Buffer;
  readonly slotId: string;
}

/**
 * Unwraps the data key for a moment.
 * @throws FailureError `wrong-passphrase`, and what `readKeyFiles` throws.
 */
export async function withDataKey<T>(
  folder: string,
  passphrase: Passphrase,
  use: (at: KeysAtHand) => Promise<T>,
): Promise<T> {
  const { file } = readKeyFiles(folder);
  const opened = await withPassphrase(passphrase, (bytes) => tryToOpen(file, bytes));
  if (!opened) throw fail({ kind: 'wrong-passphrase' });
  const { dataKey, slotId } = opened;
  try {
    const check = file.check ?? checkOfKey(file.libraryId, dataKey);
    return await use({
      file: { ...file, check, revision: file.revision + 1 },
      dataKey,
      slotId,
    });
  } finally {
    dataKey.fill(0);
  }
}
