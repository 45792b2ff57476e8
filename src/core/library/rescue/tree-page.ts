/** Pages of SQLite's trees (sqlite.org/fileformat2.html, «B-tree Pages»), read without SQLite and without trust in them. */
import { USABLE_BYTES } from '../files/page-cipher.ts';
import { readVarint } from './read-record.ts';

/** The header of the file lies before the tree on page 1. */
const FILE_HEADER_BYTES = 100;
const KINDS = new Map([
  [0x0d, 'table-leaf'],
  [0x05, 'table-interior'],
  [0x0a, 'index-leaf'],
  [0x02, 'index-interior'],
] as const);

export type TreePageKind = 'table-leaf' | 'table-interior' | 'index-leaf' | 'index-interior';

/** One row, or a key of an index. */
export interface Cell {
  /** Of a table; undefined in an index. */
  readonly rowid: number | undefined;
  /** Of the whole row; more than `local` holds when the rest is on overflow pages. */
  readonly payloadBytes: number;
  readonly local: Buffer;
  /** The first overflow page, 0 without one. */
  readonly overflow: number;
}

export interface TreePage {
  readonly kind: TreePageKind;
  /** Rows on this page that can be read; of an interior page of an index its keys. */
  readonly cells: readonly Cell[];
  /** Rows that are on this page and cannot be read. */
  readonly lost: number;
  readonly children: readonly number[];
}

/**
 * @param page decrypted
 * @param number from 1
 * @returns undefined when it is no page of a tree.
 */
export function readTreePage(page: Buffer, number: number): TreePage | undefined {
  const begin = number === 1 ? FILE_HEADER_BYTES : 0;
  const kind = KINDS.get(page.readUInt8(begin) as 0x0d);
  if (!kind) return undefined;
  const isInterior = kind.endsWith('interior');
  const count = page.readUInt16BE(begin + 3);
  const pointers = begin + (isInterior ? 12 : 8);
  if (pointers + 2 * count > USABLE_BYTES) return undefined;
  const cells: Cell[] = [];
  const children: number[] = [];
  let lost = 0;
  for (let index = 0; index < count; index += 1) {
    const at = page.readUInt16BE(pointers + 2 * index);
    if (at < pointers + 2 * count || at + 4 > USABLE_BYTES) {
      lost += 1;
      continue;
    }
    if (isInterior) children.push(page.readUInt32BE(at));
    if (kind === 'table-interior') continue;
    const cell = readCell(page, isInterior ? at + 4 : at, kind);
    if (cell) cells.push(cell);
    else lost += 1;
  }
  if (isInterior) children.push(page.readUInt32BE(begin + 8));
  return { kind, cells, lost, children };
}

function readCell(page: Buffer, at: number, kind: TreePageKind): Cell | undefined {
  const length = readVarint(page, at);
  if (!length || length.value < 0n || length.value > BigInt(MOST_PAYLOAD)) return undefined;
  const isTable = kind === 'table-leaf';
  const rowid = isTable ? readVarint(page, length.next) : undefined;
  if (isTable && !rowid) return undefined;
  const payloadBytes = Number(length.value);
  const begin = rowid?.next ?? length.next;
  const localBytes = localPart(payloadBytes, isTable);
  const end = begin + localBytes;
  const hasMore = localBytes < payloadBytes;
  if (end + (hasMore ? 4 : 0) > USABLE_BYTES) return undefined;
  return {
    rowid: rowid && Number(rowid.value),
    payloadBytes,
    local: page.subarray(begin, end),
    overflow: hasMore ? page.readUInt32BE(end) : 0,
  };
}

/** SQLite's limit as it is built into the driver (bytes). */
const MOST_PAYLOAD = 1_000_000_000;

/** How much of a payload lies on the page itself; the formulas are those of the file format. */
function localPart(payload: number, isTable: boolean): number {
  const most = isTable ? USABLE_BYTES - 35 : Math.floor(((USABLE_BYTES - 12) * 64) / 255) - 23;
  if (payload <= most) return payload;
  const least = Math.floor(((USABLE_BYTES - 12) * 32) / 255) - 23;
  const fitting = least + ((payload - least) % (USABLE_BYTES - 4));
  return fitting <= most ? fitting : least;
}
