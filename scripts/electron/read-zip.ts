import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

/** A file inside a ZIP archive. Sizes and offsets are bytes. */
interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly compressedSize: number;
  readonly headerOffset: number;
}

const END_RECORD = 0x06054b50;
const END_RECORD_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY_SIZE = 46;
const LOCAL_HEADER_SIZE = 30;
const STORED = 0;

const inflate = promisify(inflateRaw);

async function readAt(file: FileHandle, length: number, position: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead !== length) throw new Error('The ZIP archive ends too early.');
  return buffer;
}

/** The list of contents. Enough ZIP for one archive whose hash is known: no ZIP64, no encryption. */
async function readEntries(file: FileHandle): Promise<ZipEntry[]> {
  const { size } = await file.stat();
  const tailLength = Math.min(size, END_RECORD_SIZE + LONGEST_COMMENT);
  const tail = await readAt(file, tailLength, size - tailLength);
  let end = tailLength - END_RECORD_SIZE;
  while (end >= 0 && tail.readUInt32LE(end) !== END_RECORD) end -= 1;
  if (end < 0) throw new Error('The file is not a ZIP archive.');

  const directory = await readAt(file, tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16));
  const entries: ZipEntry[] = [];
  for (let at = 0; at + ENTRY_SIZE <= directory.length;) {
    const nameEnd = at + ENTRY_SIZE + directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + ENTRY_SIZE, nameEnd),
      method: directory.readUInt16LE(at + 10),
      compressedSize: directory.readUInt32LE(at + 20),
      headerOffset: directory.readUInt32LE(at + 42),
    });
    // After the name come an extra field and a comment.
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

async function readEntry(file: FileHandle, entry: ZipEntry): Promise<Buffer> {
  const header = await readAt(file, LOCAL_HEADER_SIZE, entry.headerOffset);
  const start =
    entry.headerOffset + LOCAL_HEADER_SIZE + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = await readAt(file, entry.compressedSize, start);
  return entry.method === STORED ? packed : inflate(packed);
}

/** Hands every wanted file of the archive to `take`, one after the other. */
export async function readZip(
  path: string,
  wanted: (name: string) => boolean,
  take: (name: string, content: Buffer) => Promise<void>,
): Promise<void> {
  const file = await open(path);
  try {
    for (const entry of await readEntries(file)) {
      if (!entry.name.endsWith('/') && wanted(entry.name)) {
        await take(entry.name, await readEntry(file, entry));
      }
    }
  } finally {
    await file.close();
  }
}
