/** All migrations in order; the position (1, 2, 3…) is what `user_version` counts. */
import { fail } from '../../../shared/failure.ts';
import type { LibraryDatabase } from '../connection.ts';
import { migration0001 } from './0001-initial.ts';
import { migration0002 } from './0002-search.ts';
import { migration0003 } from './0003-keys-settings.ts';
import { migration0004 } from './0004-import.ts';
import { migration0005 } from './0005-search-blocks.ts';
import { migration0006 } from './0006-quick-keys.ts';
import { migration0007 } from './0007-search-features.ts';
import { migration0008 } from './0008-reading-place.ts';
import { migration0009 } from './0009-regions.ts';
import { migration0010 } from './0010-reading-rotation.ts';

export const MIGRATIONS: readonly string[] = [
  migration0001,
  migration0002,
  migration0003,
  migration0004,
  migration0005,
  migration0006,
  migration0007,
  migration0008,
  migration0009,
  migration0010,
];

/**
 * Brings the database to the newest schema, all in one transaction that ends with a foreign-key check.
 * @throws FailureError `library-newer` when a later program wrote the file; nothing is changed then.
 */
export function migrate(
  database: LibraryDatabase,
  migrations: readonly string[] = MIGRATIONS,
): void {
  const found = schemaVersion(database);
  if (found > migrations.length) {
    throw fail({ kind: 'library-newer', found, supported: migrations.length });
  }
  if (found === migrations.length) return;
  database.transaction(() => {
    for (const sql of migrations.slice(found)) database.exec(sql);
    const broken = database.pragma('foreign_key_check');
    if (Array.isArray(broken) && broken.length > 0)
      throw new Error('Migration broke a foreign key');
    database.pragma(`user_version=${migrations.length}`);
  })();
}

export function schemaVersion(database: LibraryDatabase): number {
  return Number(database.pragma('user_version', { simple: true }));
}
