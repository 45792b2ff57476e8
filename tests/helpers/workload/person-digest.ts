/** One number for everything in a library that a person would miss. */
import { createHash } from 'node:crypto';
import type { LibraryDatabase } from '../../../src/core/library/connection.ts';

/** Can be made anew, is about work under way, or holds what the machine keeps for itself. */
const NOT_OF_A_PERSON =
  /^(?:search_|import_|sqlite_|setting$|key_slot$|library$|original_to_purge$)/;

/** All rows of all other tables; instants are left out, so that the same work at another time gives the same digest. */
export function personDigest(database: LibraryDatabase): string {
  const hash = createHash('sha256');
  const tables = database
    .prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .pluck()
    .all()
    .filter((name) => !NOT_OF_A_PERSON.test(name));
  for (const table of tables) {
    const columns = database
      .prepare<[string], string>('SELECT name FROM pragma_table_info(?) ORDER BY name')
      .pluck()
      .all(table)
      .filter((name) => !name.endsWith('_at'));
    const rows = database.prepare(
      `SELECT ${columns.join(', ')} FROM ${table} ORDER BY ${columns.map((_, i) => i + 1).join(', ')}`,
    );
    for (const row of rows.iterate()) hash.update(table).update(JSON.stringify(row));
  }
  return hash.digest('hex').slice(0, 16);
}
