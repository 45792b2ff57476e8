/** Ways to damage the files of a library, as disks, copies and people do. */
import {
  closeSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

export const PAGE = 4096;

/** Flips one bit. @param at byte from the begin, or from the end when it is negative. */
export function flipBit(folder: string, file: string, at: number): void {
  const path = join(folder, file);
  const position = at < 0 ? statSync(path).size + at : at;
  const handle = openSync(path, 'r+');
  try {
    const byte = Buffer.alloc(1);
    readSync(handle, byte, 0, 1, position);
    byte.writeUInt8(byte.readUInt8(0) ^ 0b100);
    writeSync(handle, byte, 0, 1, position);
  } finally {
    closeSync(handle);
  }
}

export function cutOff(folder: string, file: string, bytes: number): void {
  const path = join(folder, file);
  truncateSync(path, statSync(path).size - bytes);
}

export function cutInHalf(folder: string, file: string): void {
  const path = join(folder, file);
  truncateSync(path, Math.floor(statSync(path).size / 2));
}

export function empty(folder: string, file: string): void {
  truncateSync(join(folder, file), 0);
}

/** Writes zeros over a page (from 1). */
export function zeroPage(folder: string, file: string, page: number): void {
  const path = join(folder, file);
  const bytes = readFileSync(path);
  bytes.fill(0, (page - 1) * PAGE, page * PAGE);
  writeFileSync(path, bytes);
}

/** Pages of a file. */
export function pagesOf(folder: string, file: string): number {
  return statSync(join(folder, file)).size / PAGE;
}
