/** The same tables without encryption: what the vault is measured against. Nothing else may open a database without a key. */
import Database from 'better-sqlite3';
import type { LibraryDatabase } from '../src/core/library/connection.ts';
import { migrate } from '../src/core/library/migrations/index.ts';

/** With every pragma of a library's connection that costs time. */
export function makePlainDatabase(path: string): LibraryDatabase {
  const database = openPlainDatabase(path);
  migrate(database);
  return database;
}

export function openPlainDatabase(path: string): LibraryDatabase {
  const database = new Database(path);
  database.pragma('temp_store=MEMORY');
  database.pragma('cell_size_check=ON');
  database.pragma('foreign_keys=ON');
  database.pragma('secure_delete=ON');
  database.pragma('journal_mode=WAL');
  database.pragma('synchronous=FULL');
  database.pragma('wal_autocheckpoint=1000');
  return database;
}
