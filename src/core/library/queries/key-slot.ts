/** Whose passphrases open the library. Which ones really do is said by `keys.json`; these rows only name them. */
import type { LibraryDatabase } from '../connection.ts';

export interface KeySlotRow {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
}

export function listKeySlots(database: LibraryDatabase): KeySlotRow[] {
  return database
    .prepare<[], KeySlotRow>('SELECT id, name, created_at AS createdAt FROM key_slot')
    .all();
}

export function putKeySlot(database: LibraryDatabase, { id, name, createdAt }: KeySlotRow): void {
  database
    .prepare('INSERT OR REPLACE INTO key_slot (id, name, created_at) VALUES (?, ?, ?)')
    .run(id, name, createdAt);
}

export function deleteKeySlot(database: LibraryDatabase, id: string): void {
  database.prepare('DELETE FROM key_slot WHERE id = ?').run(id);
}

/** Removes the names of all slots but these. */
export function keepKeySlots(database: LibraryDatabase, ids: readonly string[]): void {
  database
    .prepare('DELETE FROM key_slot WHERE id NOT IN (SELECT value FROM json_each(?))')
    .run(JSON.stringify(ids));
}
