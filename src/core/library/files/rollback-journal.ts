/**
 * Reads SQLite's rollback journal (`…-journal`): pages as they were before a transaction that a crash cut off. SQLite
 * puts them back at the next opening. Format: sqlite.org/fileformat2.html, «The Rollback Journal».
 */
import { PAGE_BYTES } from './page-cipher.ts';
import type { LoggedPages, ReadAt } from './write-ahead-log.ts';

const MAGIC = Buffer.from('d9d505f920a163d7', 'hex');
const HEADER_BYTES = 28;
/** Page number before the page, a checksum behind it. */
const RECORD_BYTES = 4 + PAGE_BYTES + 4;
const UNTIL_THE_END = 0xffffffff;

/** The pages that will be put back; undefined when nothing will be. */
export function readJournal(readAt: ReadAt, size: number): LoggedPages | undefined {
  const places = new Map<number, number>();
  let pageCount: number | undefined;
  for (let position = 0; position + HEADER_BYTES <= size;) {
    const header = readAt(position, HEADER_BYTES);
    if (!header.subarray(0, MAGIC.length).equals(MAGIC)) break;
    pageCount ??= header.readUInt32BE(16);
    const sector = Math.max(header.readUInt32BE(20), HEADER_BYTES);
    const announced = header.readUInt32BE(8);
    const first = position + sector;
    const fitting = Math.max(0, Math.floor((size - first) / RECORD_BYTES));
    const records = announced === UNTIL_THE_END ? fitting : Math.min(announced, fitting);
    for (let index = 0; index < records; index += 1) {
      const place = first + index * RECORD_BYTES;
      const page = readAt(place, 4).readUInt32BE(0);
      if (!places.has(page)) places.set(page, place + 4);
    }
    if (records === 0) break;
    position = Math.ceil((first + records * RECORD_BYTES) / sector) * sector;
  }
  return pageCount === undefined || places.size === 0
    ? undefined
    : { places, pageCount, whole: true };
}
