/** What rows of each table look like, so that rows can be told apart when nothing leads to them any more. */
import type { LibraryDatabase } from '../connection.ts';
import type { StoredValue } from './read-record.ts';

interface Column {
  readonly name: string;
  /** Tables are STRICT, so this is what is stored. */
  readonly type: string;
  readonly mayBeNull: boolean;
  readonly hasDefault: boolean;
}

export interface TableShape {
  readonly name: string;
  /** In the order they are stored in. */
  readonly columns: readonly Column[];
  /** The column that is the number of the row, and stored as null. */
  readonly rowidColumn: string | undefined;
  readonly withoutRowid: boolean;
}

/** An index that holds all columns of a table without row numbers: its rows once more. */
export interface CoveringIndex {
  readonly name: string;
  readonly table: string;
  readonly columns: readonly string[];
}

interface TableInfo {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly dflt_value: string | null;
  /** Place in the primary key, 0 when it is not part of it. */
  readonly pk: number;
}

/** Of all tables but those of the search index, which is made again. */
export function readShapes(database: LibraryDatabase): readonly TableShape[] {
  const tables = database.pragma('table_list') as { name: string; type: string; wr: number }[];
  return tables
    .filter(({ name, type }) => type === 'table' && !/^(sqlite|search)_/.test(name))
    .map(({ name, wr }) => {
      const infos = database.pragma(`table_info("${name}")`) as TableInfo[];
      const withoutRowid = wr === 1;
      const key = infos.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
      const rest = infos.filter(({ pk }) => pk === 0);
      const isNumber = !withoutRowid && key.length === 1 && key[0]?.type === 'INTEGER';
      return {
        name,
        columns: (withoutRowid ? [...key, ...rest] : infos).map(toColumn),
        rowidColumn: isNumber ? key[0]?.name : undefined,
        withoutRowid,
      };
    });
}

function toColumn({ name, type, notnull, dflt_value: byDefault, pk }: TableInfo): Column {
  return {
    name,
    type,
    mayBeNull: notnull === 0 && pk === 0,
    hasDefault: byDefault !== null,
  };
}

export function readCoveringIndexes(
  database: LibraryDatabase,
  shapes: readonly TableShape[],
): readonly CoveringIndex[] {
  return shapes
    .filter(({ withoutRowid }) => withoutRowid)
    .flatMap(({ name: table, columns: { length } }) => {
      const indexes = database.pragma(`index_list("${table}")`) as {
        name: string;
        origin: string;
      }[];
      return indexes
        .filter(({ origin }) => origin === 'c')
        .map(({ name }) => {
          const infos = database.pragma(`index_xinfo("${name}")`) as { name: string | null }[];
          return { name, table, columns: infos.flatMap((info) => info.name ?? []) };
        })
        .filter(({ columns }) => columns.length === length);
    });
}

/** Whether a record can be a row of a table; the last columns may be missing, when they came with a later version. */
export function fits(shape: TableShape, record: readonly StoredValue[]): boolean {
  if (record.length > shape.columns.length) return false;
  return shape.columns.every((column, index) => {
    const value = record[index];
    if (value === undefined) return column.mayBeNull || column.hasDefault;
    if (column.name === shape.rowidColumn) return value === null;
    return value === null ? column.mayBeNull : typeOf(value) === column.type;
  });
}

function typeOf(value: Exclude<StoredValue, null>): string {
  if (typeof value === 'string') return 'TEXT';
  if (typeof value === 'bigint') return 'INTEGER';
  if (typeof value === 'number') return Number.isInteger(value) ? 'INTEGER' : 'REAL';
  return 'BLOB';
}
