/** The header of an SQLite file, at the begin of its first page (sqlite.org/fileformat2.html, «The Database Header»). */
import { PAGE_BYTES, USABLE_BYTES } from './page-cipher.ts';

/**
 * Kept in `application_id`, so that it can be seen without SQLite: while a library is open the file says so. A file
 * that says so and has no log beside it has lost the log; one that does not was closed, and needs none.
 */
export const OPEN_MARK = 0x4b54_4b31;
export const CLOSED_MARK = 0x4b54_4b30;

export interface DatabaseHeader {
  readonly pageCount: number;
  readonly schemaVersion: number;
  readonly usesLog: boolean;
  readonly mark: number;
}

/** @param page page 1, decrypted. Undefined when it is not the begin of a database of ours. */
export function readHeader(page: Buffer): DatabaseHeader | undefined {
  if (page.readUInt16BE(16) !== PAGE_BYTES) return undefined;
  if (page.readUInt8(20) !== PAGE_BYTES - USABLE_BYTES) return undefined;
  const writeVersion = page.readUInt8(18);
  if (writeVersion !== 1 && writeVersion !== 2) return undefined;
  return {
    usesLog: writeVersion === 2,
    pageCount: page.readUInt32BE(28),
    schemaVersion: page.readUInt32BE(60),
    mark: page.readUInt32BE(68),
  };
}
