/** Puts the rows that are left of a damaged `library.db` into a new one. */
import type { RescuedNoun } from '../../../shared/domain/rescue.ts';
import type { LibraryDatabase, Statement } from '../connection.ts';
import type { DatabaseFile } from '../files/database-file.ts';
import { readRoots } from './read-schema.ts';
import { salvageIndex, salvageTable, type SalvagedRow } from './salvage-rows.ts';
import { findOwners, type PageScan } from './scan-pages.ts';
import { readCoveringIndexes, readShapes, type TableShape } from './table-shapes.ts';
import type { Tallies } from './tallies.ts';

const NOUN_OF_TABLE: Readonly<Record<string, RescuedNoun>> = {
  source_document: 'document',
  page: 'page',
  passage: 'passage',
  tag: 'tag',
  case_file: 'case',
  case_event: 'event',
};

/**
 * Whole rows first, so that a damaged copy of a row never stands in the way of a whole one. What the tables of the new
 * library do not take (a kind there is none of, a name twice) is lost.
 * @param database a new library's, with the tables of the version that the damaged one has, and foreign keys off
 */
export async function fillLibrary(
  file: DatabaseFile,
  scan: PageScan,
  database: LibraryDatabase,
  tallies: Tallies,
): Promise<void> {
  const shapes = readShapes(database);
  const owners = findOwners(file, scan, readRoots(file, scan), shapes);
  for (const shape of shapes) {
    const insert = createInserter(database, shape);
    const noun = NOUN_OF_TABLE[shape.name];
    const later: SalvagedRow[] = [];
    const add = (row: SalvagedRow): void => {
      const id = insert(row);
      if (!noun) return;
      if (id === undefined) tallies.lost(noun);
      else tallies.saved(noun);
      if (id !== undefined && !row.isWhole) tallies.doubtful(noun, id);
    };
    const lost = await salvageTable(file, scan, owners, shape, (row) => {
      if (row.isWhole) add(row);
      else later.push(row);
    });
    if (noun) tallies.lost(noun, lost);
    for (const row of later) add(row);
  }
  for (const index of readCoveringIndexes(database, shapes)) {
    const shape = shapes.find(({ name }) => name === index.table);
    const insert = shape && createInserter(database, shape);
    for (const row of salvageIndex(file, owners, index)) insert?.(row);
  }
}

/** Answers the number of the new row; undefined when the table does not take it. */
function createInserter(
  database: LibraryDatabase,
  { name }: TableShape,
): (row: SalvagedRow) => number | undefined {
  const statements = new Map<string, Statement<unknown>>();
  return ({ values }) => {
    const columns = Object.keys(values);
    const key = columns.join();
    const statement =
      statements.get(key) ??
      database.prepare(
        `INSERT OR IGNORE INTO "${name}" (${columns.map((column) => `"${column}"`).join()})
         VALUES (${columns.map(() => '?').join()})`,
      );
    statements.set(key, statement);
    try {
      const { changes, lastInsertRowid } = statement.run(
        ...columns.map((column) => values[column]),
      );
      return changes === 0 ? undefined : Number(lastInsertRowid);
    } catch {
      return undefined;
    }
  };
}
