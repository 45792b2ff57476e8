/** Makes the copy of `library.db` that opens with the new key, and checks it against the old one. */
import { connect, copyWithNewKey, disconnect, type LibraryDatabase } from '../connection.ts';
import type { LibraryKeys } from '../keys/library-keys.ts';

/**
 * Blocks for about as long as three copies take.
 * @param old connection to the old file, to which nothing is written meanwhile
 * @param change what has to be different in the copy
 * @throws Error when the copy is not sound or lacks rows.
 */
export function copyLibrary<T>(
  old: LibraryDatabase,
  oldKeys: LibraryKeys,
  target: string,
  newKeys: LibraryKeys,
  change: (copy: LibraryDatabase) => T,
): T {
  copyWithNewKey(old.name, oldKeys.database, target, newKeys.database);
  const copy = connect(target, newKeys.database, 'open');
  try {
    requireSame(old, copy);
    return copy.transaction(() => change(copy))();
  } finally {
    disconnect(copy);
  }
}

function requireSame(old: LibraryDatabase, copy: LibraryDatabase): void {
  if (copy.pragma('integrity_check', { simple: true }) !== 'ok') throw new Error('Copy is damaged');
  if (JSON.stringify(countRows(old)) !== JSON.stringify(countRows(copy))) {
    throw new Error('Copy lacks rows');
  }
}

function countRows(database: LibraryDatabase): [string, unknown][] {
  const tables = database
    .prepare<[], string>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all();
  return tables.map((table) => [
    table,
    database.prepare(`SELECT count(*) FROM "${table}"`).pluck().get(),
  ]);
}
