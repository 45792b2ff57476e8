/** Statements compiled once per connection: a search runs dozens, and compiling costs more than running most of them. */
import type { LibraryDatabase, Statement } from '../../library/connection.ts';

const known = new WeakMap<LibraryDatabase, Map<string, Statement<unknown>>>();

/** A statement that answers rows. Must not be used again while it is being iterated. */
export function prepared<Row = unknown>(database: LibraryDatabase, sql: string): Statement<Row> {
  let ofDatabase = known.get(database);
  if (!ofDatabase) known.set(database, (ofDatabase = new Map<string, Statement<unknown>>()));
  let statement = ofDatabase.get(sql);
  if (!statement) ofDatabase.set(sql, (statement = database.prepare(sql)));
  return statement as Statement<Row>;
}
