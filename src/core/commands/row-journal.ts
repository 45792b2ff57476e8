/**
 * All writes of a command go through a journal that keeps every touched row before and after, so that undo and redo
 * write rows instead of guessing inverses. Links are removed here explicitly, never by a cascade the journal cannot see.
 */
import type { LibraryDatabase } from '../library/connection.ts';

export type Cell = string | number | Buffer | null;
export type Row = Record<string, Cell>;

/** Key columns of the tables that commands may write. */
const KEYS = {
  source_document: ['id'],
  document_alias: ['document_id', 'file_name'],
  page: ['id'],
  import_item: ['id'],
  original_to_purge: ['sha256'],
  passage: ['id'],
  tag: ['id'],
  case_file: ['id'],
  case_event: ['id'],
  passage_tag: ['passage_id', 'tag_id'],
  passage_case: ['passage_id', 'case_id'],
  passage_event: ['passage_id', 'event_id'],
  saved_search: ['id'],
} as const;
export type JournaledTable = keyof typeof KEYS;

export interface RowChange {
  readonly table: JournaledTable;
  /** Null when the row did not exist before. */
  readonly before: Row | null;
  /** Null when the row does not exist afterwards. */
  readonly after: Row | null;
}

export interface RowJournal {
  readonly changes: readonly RowChange[];
  /** Answers the row id (meaningless for link tables). */
  insert(table: JournaledTable, row: Row): number;
  /** Does nothing when no row has this key or nothing would change. */
  update(table: JournaledTable, key: Row, patch: Row): void;
  /** Removes every row that matches all the given columns. */
  remove(table: JournaledTable, where: Row): void;
}

export function startJournal(database: LibraryDatabase): RowJournal {
  const changes: RowChange[] = [];
  return {
    changes,
    insert(table, row) {
      const id = Number(insertRow(database, table, row));
      const keys: readonly string[] = KEYS[table];
      const key = keys[0] === 'id' ? { id } : pick(row, keys);
      const [after] = select(database, table, key);
      if (!after) throw new Error('Inserted row is not there');
      changes.push({ table, before: null, after });
      return id;
    },
    update(table, key, patch) {
      for (const before of select(database, table, key)) {
        const after = { ...before, ...patch };
        if (Object.keys(patch).every((column) => before[column] === after[column])) continue;
        updateRow(database, table, after);
        changes.push({ table, before, after });
      }
    },
    remove(table, where) {
      for (const before of select(database, table, where)) {
        deleteRow(database, table, before);
        changes.push({ table, before, after: null });
      }
    },
  };
}

/** Takes the changes back, newest first. */
export function revertChanges(database: LibraryDatabase, changes: readonly RowChange[]): void {
  for (const { table, before, after } of changes.toReversed()) {
    writeState(database, table, after, before);
  }
}

/** Makes the changes again, in their order. */
export function repeatChanges(database: LibraryDatabase, changes: readonly RowChange[]): void {
  for (const { table, before, after } of changes) writeState(database, table, before, after);
}

function writeState(
  database: LibraryDatabase,
  table: JournaledTable,
  from: Row | null,
  to: Row | null,
): void {
  if (from && to) updateRow(database, table, to);
  else if (to) insertRow(database, table, to);
  else if (from) deleteRow(database, table, from);
}

function select(database: LibraryDatabase, table: JournaledTable, where: Row): Row[] {
  return database
    .prepare<Cell[], Row>(`SELECT * FROM ${table} WHERE ${conditions(Object.keys(where))}`)
    .all(...Object.values(where));
}

function insertRow(database: LibraryDatabase, table: JournaledTable, row: Row): number | bigint {
  const columns = Object.keys(row);
  const marks = columns.map(() => '?').join(', ');
  return database
    .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`)
    .run(...Object.values(row)).lastInsertRowid;
}

function updateRow(database: LibraryDatabase, table: JournaledTable, row: Row): void {
  const columns = Object.keys(row);
  const assignments = columns.map((column) => `${column} = ?`).join(', ');
  const key = pick(row, KEYS[table]);
  database
    .prepare(`UPDATE ${table} SET ${assignments} WHERE ${conditions(Object.keys(key))}`)
    .run(...Object.values(row), ...Object.values(key));
}

function deleteRow(database: LibraryDatabase, table: JournaledTable, row: Row): void {
  const key = pick(row, KEYS[table]);
  database
    .prepare(`DELETE FROM ${table} WHERE ${conditions(Object.keys(key))}`)
    .run(...Object.values(key));
}

function conditions(columns: readonly string[]): string {
  return columns.map((column) => `${column} IS ?`).join(' AND ');
}

function pick(row: Row, columns: readonly string[]): Row {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
}
