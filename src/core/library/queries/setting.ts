/** Settings as they lie in the library: words by a name. What they mean is said in `library/settings.ts`. */
import type { LibraryDatabase } from '../connection.ts';

export function getSetting(database: LibraryDatabase, key: string): string | undefined {
  return database
    .prepare<[string], string>('SELECT value FROM setting WHERE key = ?')
    .pluck()
    .get(key);
}

/** @param value null removes the setting */
export function putSetting(database: LibraryDatabase, key: string, value: string | null): void {
  if (value === null) database.prepare('DELETE FROM setting WHERE key = ?').run(key);
  else
    database.prepare('INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)').run(key, value);
}
