/** What is printed on the recovery sheet: all that opens a library without Kartoteka and without `keys.json`. */
import type { RecoverySheet } from '../../../shared/domain/keys.ts';
import { recoveryGroups } from '../../../shared/recovery/recovery-key.ts';
import type { LibraryDatabase } from '../connection.ts';
import { LIBRARY_FILE, ORIGINALS_FILE } from '../places.ts';
import { getSetting, putSetting } from '../queries/setting.ts';
import { keysOf, type LibraryKeys } from './library-keys.ts';
import type { Passphrase } from './passphrase.ts';
import { withDataKey } from './with-data-key.ts';

const KEY_MADE_AT = 'key-made-at';

/** Notes in the library when its present key was made; a library without such a note still has its first key. */
export function noteNewKey(database: LibraryDatabase, now: string): void {
  putSetting(database, KEY_MADE_AT, now);
}

/** @throws FailureError `wrong-passphrase`. */
export function showRecoverySheet(
  { folder, database }: { folder: string; database: LibraryDatabase },
  passphrase: Passphrase,
): Promise<RecoverySheet> {
  return withDataKey(folder, passphrase, async ({ file, dataKey }) => {
    const keys = keysOf(file.libraryId, dataKey);
    try {
      return recoverySheetOf(database, keys);
    } finally {
      keys.forget();
    }
  });
}

export function recoverySheetOf(database: LibraryDatabase, keys: LibraryKeys): RecoverySheet {
  const library = database
    .prepare<[], { name: string; createdAt: string }>(
      'SELECT name, created_at AS createdAt FROM library WHERE one = 1',
    )
    .get();
  if (!library) throw new Error('A library has a row about itself');
  return {
    libraryId: keys.libraryId,
    libraryName: library.name,
    createdAt: library.createdAt,
    keyMadeAt: getSetting(database, KEY_MADE_AT) ?? library.createdAt,
    groups: recoveryGroups(keys.database),
    files: [sheetFile(LIBRARY_FILE, keys.database), sheetFile(ORIGINALS_FILE, keys.originals)],
  };
}

/**
 * The notation matters: without `x'…'` inside the quotes SQLCipher takes the digits for a passphrase. Files of ours
 * have the settings of SQLCipher 4, which are its defaults.
 */
function sheetFile(file: string, key: Buffer): RecoverySheet['files'][number] {
  const digits = key.toString('hex');
  return {
    file,
    key: digits,
    commands: [`sqlcipher ${file}`, `PRAGMA key = "x'${digits}'";`, '.tables'],
  };
}
