/** Another SQLCipher than ours, by other people: shows that the way out of Kartoteka is open. */
import Database from '@signalapp/sqlcipher';

export type OtherDatabase = InstanceType<typeof Database>;

/**
 * Opens a file as a person would who has the recovery sheet and no Kartoteka: by the commands of the sheet.
 * @param statements SQL to run first, such as the `PRAGMA key` of the sheet
 */
export function openElsewhere(path: string, statements: readonly string[]): OtherDatabase {
  const database = new Database(path);
  for (const statement of statements) database.exec(statement);
  return database;
}

/** Whether the file opens with these statements. */
export function opensElsewhere(path: string, statements: readonly string[]): boolean {
  const database = openElsewhere(path, statements);
  try {
    database.prepare('SELECT count(*) FROM sqlite_master').get();
    return true;
  } catch {
    return false;
  } finally {
    database.close();
  }
}
