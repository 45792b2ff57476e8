/** Opening as the program does, but with the key at hand: deriving it would take longer than all the rest of a round. */
import { realpathSync } from 'node:fs';
import { readKeyFiles } from '../../../src/core/library/keys/key-files.ts';
import { keysOf } from '../../../src/core/library/keys/library-keys.ts';
import { unlockKeys } from '../../../src/core/library/keys/unlock-keys.ts';
import { holdFolder, openFiles, type OpenLibrary } from '../../../src/core/library/open-library.ts';
import { settleFiles } from '../../../src/core/library/reencrypt/settle-files.ts';

/** @param dataKey hexadecimal */
export function openWithKey(folder: string, dataKey: string): OpenLibrary {
  const place = realpathSync(folder);
  const held = holdFolder(place);
  try {
    const { file } = readKeyFiles(place);
    const keys = keysOf(file.libraryId, Buffer.from(dataKey, 'hex'));
    try {
      settleFiles(place, keys);
      return openFiles(held, { keys, slotId: file.slots[0]?.id ?? '' });
    } finally {
      keys.forget();
    }
  } catch (error) {
    held.lock.release();
    throw error;
  }
}

/** Hexadecimal. @throws FailureError `wrong-passphrase` and what else opening says of the keys. */
export async function dataKeyOf(folder: string, passphrase: string): Promise<string> {
  const { keys } = await unlockKeys(folder, passphrase);
  const hex = keys.database.toString('hex');
  keys.forget();
  return hex;
}
