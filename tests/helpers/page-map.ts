/** Which rows lie on which pages. */
import { openDatabaseFile } from '../../src/core/library/files/database-file.ts';
import { readRoots } from '../../src/core/library/rescue/read-schema.ts';
import { findOwners, scanPages, treePage } from '../../src/core/library/rescue/scan-pages.ts';
import { TABLES } from './library-rows.ts';

export interface PageMap {
  /** Pages with rows of a table, by its name. */
  readonly leaves: (table: string) => readonly number[];
  /** Pages above those. */
  readonly interiors: readonly number[];
  /** Rows that have a byte on one of these pages, as in `Rows`. */
  rowsOn(pages: ReadonlySet<number>): ReadonlySet<string>;
}

/** Of a sound file. */
export async function mapPages(path: string, key: Uint8Array): Promise<PageMap> {
  const file = openDatabaseFile(path, key);
  try {
    const scan = await scanPages(file, () => undefined);
    const owners = findOwners(file, scan, readRoots(file, scan), []);
    const pagesOfRow = new Map<string, number[]>();
    for (const table of TABLES) {
      for (const number of owners.get(table) ?? []) {
        for (const cell of treePage(file, number)?.cells ?? []) {
          const pages = [number];
          let missing = cell.payloadBytes - cell.local.length;
          for (let page = cell.overflow; missing > 0; missing -= 4012) {
            pages.push(page);
            page = file.decrypted(page)?.readUInt32BE(0) ?? 0;
          }
          pagesOfRow.set(`${table} ${cell.rowid}`, pages);
        }
      }
    }
    return {
      leaves: (table) => owners.get(table) ?? [],
      interiors: [...scan.pages].flatMap(([number, { kind }]) =>
        kind === 'table-interior' && number > 1 ? [number] : [],
      ),
      rowsOn: (pages) =>
        new Set(
          [...pagesOfRow].flatMap(([row, own]) =>
            own.some((page) => pages.has(page)) ? [row] : [],
          ),
        ),
    };
  } finally {
    file.close();
  }
}
