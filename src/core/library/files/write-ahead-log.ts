/**
 * Reads SQLite's write-ahead log (`…-wal`, file format in sqlite.org/walformat.html) to tell a log that a crash left from a
 * damaged one. SQLite itself takes a damaged log for one that ends early, and throws the rest away at the next opening.
 */
import { PAGE_BYTES } from './page-cipher.ts';

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const FRAME_BYTES = FRAME_HEADER_BYTES + PAGE_BYTES;
const MAGIC_LITTLE = 0x377f0682;
const MAGIC_BIG = 0x377f0683;
const FORMAT = 3_007_000;

/** The pages of the newest whole transaction and of those before it. */
export interface LoggedPages {
  /** Place in the log of the newest version of a page, by page number. */
  readonly places: ReadonlyMap<number, number>;
  /** Pages the database has after the last transaction; 0 when the log holds none. */
  readonly pageCount: number;
  /** False when a transaction that was acknowledged can no longer be read whole. */
  readonly whole: boolean;
}

type Sums = readonly [number, number];
/** Reads `length` bytes at `position`; fewer at the end of the file. */
export type ReadAt = (position: number, length: number) => Buffer;

/**
 * A transaction is acknowledged after the log was synced, and the next one begins after that. So a frame that does not
 * fit is the torn end of a transaction that nobody was told of, unless a later transaction follows it.
 */
export function readLog(readAt: ReadAt, size: number): LoggedPages {
  const places = new Map<number, number>();
  const header = readAt(0, HEADER_BYTES);
  const broken = { places, pageCount: 0, whole: false };
  if (header.length < HEADER_BYTES) return broken;
  const magic = header.readUInt32BE(0);
  if (magic !== MAGIC_LITTLE && magic !== MAGIC_BIG) return broken;
  const sum = (bytes: Buffer, before: Sums): Sums => addSums(bytes, before, magic === MAGIC_BIG);
  let sums = sum(header.subarray(0, 24), [0, 0]);
  if (!hasSums(header, 24, sums) || header.readUInt32BE(4) !== FORMAT) return broken;
  if (header.readUInt32BE(8) !== PAGE_BYTES) return broken;
  const salts = header.subarray(16, 24);

  let pageCount = 0;
  let pending: [page: number, place: number][] = [];
  let position = HEADER_BYTES;
  for (; position + FRAME_BYTES <= size; position += FRAME_BYTES) {
    const frame = readAt(position, FRAME_BYTES);
    if (!isOfGeneration(frame, salts)) break;
    sums = sum(frame.subarray(FRAME_HEADER_BYTES), sum(frame.subarray(0, 8), sums));
    if (!hasSums(frame, 16, sums)) break;
    pending.push([frame.readUInt32BE(0), position + FRAME_HEADER_BYTES]);
    const pagesAfter = frame.readUInt32BE(4);
    if (pagesAfter === 0) continue;
    for (const [page, place] of pending) places.set(page, place);
    pending = [];
    pageCount = pagesAfter;
  }
  return { places, pageCount, whole: !hasLaterTransaction(readAt, position, size, salts) };
}

/** Whether the frames from `position` on, all unreadable, hold the end of a transaction and the begin of another. */
function hasLaterTransaction(
  readAt: ReadAt,
  position: number,
  size: number,
  salts: Buffer,
): boolean {
  let ended = false;
  for (let at = position; at + FRAME_HEADER_BYTES <= size; at += FRAME_BYTES) {
    const head = readAt(at, FRAME_HEADER_BYTES);
    if (!isOfGeneration(head, salts)) continue;
    if (ended) return true;
    ended = head.readUInt32BE(4) !== 0;
  }
  return false;
}

/** Frames of an earlier generation of the log lie behind those of this one, with other salts. */
function isOfGeneration(frame: Buffer, salts: Buffer): boolean {
  return frame.subarray(8, 16).equals(salts) && frame.readUInt32BE(0) > 0;
}

function hasSums(bytes: Buffer, at: number, [first, second]: Sums): boolean {
  return bytes.readUInt32BE(at) === first && bytes.readUInt32BE(at + 4) === second;
}

/** SQLite's checksum: two running sums of 32-bit words, in the byte order that the header names. */
function addSums(bytes: Buffer, [one, two]: Sums, bigEndian: boolean): Sums {
  let first = one;
  let second = two;
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    first += (bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + second;
    first >>>= 0;
    second += (bigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + first;
    second >>>= 0;
  }
  return [first, second];
}
