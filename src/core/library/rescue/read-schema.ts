/** Where the trees of a damaged database begin. */
import type { DatabaseFile } from '../files/database-file.ts';
import { readPayload } from './read-payload.ts';
import { readRecord } from './read-record.ts';
import { treePage, type PageScan } from './scan-pages.ts';

/** SQLite's own table: type, name, table, root page, SQL. */
const SCHEMA_COLUMNS = 5;

/**
 * @returns root pages by the name of the table or index; those whose rows of the schema are damaged are left out. When page
 *   1, where the tree of the schema begins, cannot be trusted, its rows are looked for on all pages.
 */
export function readRoots(file: DatabaseFile, { pages }: PageScan): ReadonlyMap<string, number> {
  const roots = new Map<string, number>();
  const isLost = pages.get(1)?.isWhole !== true;
  const waiting = isLost ? [...pages.keys()].reverse() : [1];
  const seen = new Set<number>();
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const found = pages.get(number);
    if (!found || seen.has(number)) continue;
    seen.add(number);
    if (!isLost) waiting.push(...found.children);
    // Without the salt of page 1 no page is known to be whole.
    if (found.kind !== 'table-leaf' || !(found.isWhole || isLost)) continue;
    for (const cell of treePage(file, number)?.cells ?? []) {
      const payload = readPayload(file, cell);
      const record = payload && readRecord(payload.bytes);
      if (record?.length !== SCHEMA_COLUMNS) continue;
      const [type, name, , root] = record;
      const isTree = type === 'table' || type === 'index';
      if (isTree && typeof name === 'string' && typeof root === 'number' && root > 1) {
        roots.set(name, root);
      }
    }
  }
  return roots;
}
