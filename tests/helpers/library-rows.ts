/** What is in a library, row by row. */
import type { LibraryDatabase } from '../../src/core/library/connection.ts';

/** Rows that people would miss, by `table id`. */
export type Rows = ReadonlyMap<string, string>;

export const TABLES = [
  'source_document',
  'page',
  'passage',
  'tag',
  'case_file',
  'case_event',
] as const;
const LINKS = ['passage_tag', 'passage_case', 'passage_event'] as const;

export function readRows(database: LibraryDatabase): Rows {
  const rows = new Map<string, string>();
  for (const table of TABLES) {
    for (const row of database.prepare<[], { id: number }>(`SELECT * FROM ${table}`).all()) {
      rows.set(`${table} ${row.id}`, JSON.stringify(row));
    }
  }
  for (const table of LINKS) {
    for (const row of database.prepare(`SELECT * FROM ${table}`).all()) {
      rows.set(`${table} ${JSON.stringify(row)}`, JSON.stringify(row));
    }
  }
  return rows;
}
