/** The rows of one table out of the pages that are left of it. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { DatabaseFile } from '../files/database-file.ts';
import { readPayload } from './read-payload.ts';
import { readRecord, type StoredValue } from './read-record.ts';
import { treePage, type PageOwners, type PageScan } from './scan-pages.ts';
import { fits, type CoveringIndex, type TableShape } from './table-shapes.ts';

/** A row by the names of its columns. */
export interface SalvagedRow {
  readonly values: Readonly<Record<string, StoredValue>>;
  /** Every byte is as it was written; others may hold wrong characters. */
  readonly isWhole: boolean;
}

export interface Salvage {
  readonly rows: readonly SalvagedRow[];
  /** Rows that were on these pages and cannot be read; an estimate where a whole page cannot. */
  readonly lost: number;
}

/** Rows of some pages may be many and long: they are handed on page by page. */
export async function salvageTable(
  file: DatabaseFile,
  scan: PageScan,
  owners: PageOwners,
  shape: TableShape,
  take: (row: SalvagedRow) => void,
): Promise<number> {
  const numbers = owners.get(shape.name) ?? [];
  let unreadable = 0;
  let lost = 0;
  let found = 0;
  let read = 0;
  for (const number of numbers) {
    if (!scan.pages.has(number)) {
      unreadable += 1;
      continue;
    }
    const salvage = salvagePage(file, number, shape);
    read += 1;
    found += salvage.rows.length + salvage.lost;
    lost += salvage.lost;
    for (const row of salvage.rows) take(row);
    await breathe();
  }
  return lost + Math.round(unreadable * Math.max(1, read === 0 ? 1 : found / read));
}

function salvagePage(file: DatabaseFile, number: number, shape: TableShape): Salvage {
  const page = treePage(file, number);
  const pageIsWhole = file.isWhole(number);
  const rows: SalvagedRow[] = [];
  let lost = page?.lost ?? 0;
  for (const cell of page?.cells ?? []) {
    const payload = readPayload(file, cell);
    const record = payload && readRecord(payload.bytes);
    if (!record || !fits(shape, record)) {
      lost += 1;
      continue;
    }
    const values = Object.fromEntries(
      record.map((value, index) => [shape.columns[index]?.name ?? '', value]),
    );
    if (shape.rowidColumn !== undefined) values[shape.rowidColumn] = cell.rowid ?? null;
    rows.push({ values, isWhole: pageIsWhole && payload.isWhole });
  }
  return { rows, lost };
}

/** The same rows out of an index that holds all of them; only whole ones, since there is nothing to compare them with. */
export function salvageIndex(
  file: DatabaseFile,
  owners: PageOwners,
  { name, columns }: CoveringIndex,
): readonly SalvagedRow[] {
  return (owners.get(name) ?? []).flatMap((number) => {
    if (!file.isWhole(number)) return [];
    return (treePage(file, number)?.cells ?? []).flatMap((cell) => {
      const payload = readPayload(file, cell);
      const record = payload?.isWhole === true ? readRecord(payload.bytes) : undefined;
      if (record?.length !== columns.length) return [];
      const values = Object.fromEntries(
        columns.map((column, index) => [column, record[index] ?? null]),
      );
      return [{ values, isWhole: true }];
    });
  });
}
