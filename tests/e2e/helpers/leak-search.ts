/**
 * Looks for markers where nothing readable may be: in files as a person with a disk image would, and in the memory of
 * running processes. Words are looked for as UTF-8, UTF-16LE and percent-encoded, and inside zlib and gzip streams.
 */
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gunzipSync, inflateSync } from 'node:zlib';

/** Where a marker was found and in which form; never what. */
export interface Leak {
  readonly place: string;
  readonly form: string;
}

interface Needle {
  readonly form: string;
  readonly bytes: Buffer;
}

const CHUNK_BYTES = 8 * 1024 * 1024;
/** Of the unpacked text of one stream; a marker that is kept by accident stands near the start of something. */
const UNPACKED_BYTES = 4 * 1024 * 1024;
const PACKED_BYTES = 256 * 1024;

/** Every form in which a word may have been written; bytes are looked for as they are. */
export function formsOf(words: readonly (string | Buffer)[]): Needle[] {
  return words.flatMap((word) => {
    if (typeof word !== 'string') return [{ form: 'bytes', bytes: word }];
    const percent = encodeURIComponent(word);
    return [
      { form: 'UTF-8', bytes: Buffer.from(word, 'utf8') },
      { form: 'UTF-16LE', bytes: Buffer.from(word, 'utf16le') },
      ...(percent === word
        ? []
        : [
            { form: 'percent-encoding', bytes: Buffer.from(percent) },
            {
              form: 'percent-encoding, small',
              bytes: Buffer.from(percent.replaceAll(/%../gu, (code) => code.toLowerCase())),
            },
          ]),
    ];
  });
}

/** Searches every file below the folders but those in `but` (paths of files or folders). */
export function findInFolders(
  folders: readonly string[],
  words: readonly string[],
  but: readonly string[] = [],
): Leak[] {
  const needles = formsOf(words);
  return folders.flatMap((folder) =>
    filesBelow(folder, but).flatMap((file) => [
      ...namesIn(file, folder, words),
      ...findInFile(file, needles),
    ]),
  );
}

function filesBelow(folder: string, but: readonly string[]): string[] {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (but.includes(path)) return [];
    if (entry.isDirectory()) return filesBelow(path, but);
    return entry.isFile() ? [path] : [];
  });
}

/** The names of files can tell as much as what is in them. */
function namesIn(file: string, folder: string, words: readonly string[]): Leak[] {
  const name = file.slice(folder.length);
  return words.some((word) => name.includes(word)) ? [{ place: file, form: 'file name' }] : [];
}

function findInFile(file: string, needles: readonly Needle[]): Leak[] {
  const found = new Set<string>();
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch {
    // Gone between the listing and now: Chromium tidies its folder up.
    return [];
  }
  try {
    for (let begin = 0; begin < size; begin += CHUNK_BYTES - PACKED_BYTES) {
      const chunk = Buffer.alloc(Math.min(CHUNK_BYTES, size - begin));
      readSync(handle, chunk, 0, chunk.length, begin);
      for (const form of findInBytes(chunk, needles)) found.add(form);
      for (const form of findPacked(chunk, needles)) found.add(form);
    }
  } finally {
    closeSync(handle);
  }
  return [...found].map((form) => ({ place: file, form }));
}

function findInBytes(bytes: Buffer, needles: readonly Needle[]): string[] {
  return needles.filter(({ bytes: wanted }) => bytes.includes(wanted)).map(({ form }) => form);
}

/** The two-byte heads of zlib streams (RFC 1950, levels 0 to 9) and the head of gzip (RFC 1952). */
const ZLIB_HEADS = ['7801', '785e', '789c', '78da'].map((hex) => Buffer.from(hex, 'hex'));
const GZIP_HEAD = Buffer.from('1f8b08', 'hex');

function findPacked(bytes: Buffer, needles: readonly Needle[]): string[] {
  const found: string[] = [];
  const search = (head: Buffer, name: string, unpack: typeof inflateSync): void => {
    for (let at = bytes.indexOf(head); at >= 0; at = bytes.indexOf(head, at + 1)) {
      const text = unpacked(bytes.subarray(at, at + PACKED_BYTES), unpack);
      if (text) found.push(...findInBytes(text, needles).map((form) => `${name}, ${form}`));
    }
  };
  for (const head of ZLIB_HEADS) search(head, 'zlib', inflateSync);
  search(GZIP_HEAD, 'gzip', gunzipSync);
  return found;
}

function unpacked(bytes: Buffer, unpack: typeof inflateSync): Buffer | undefined {
  try {
    return unpack(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: UNPACKED_BYTES });
  } catch {
    return undefined;
  }
}

/**
 * Searches all the memory a process can read, as a core image of it would have it. Linux; needs the right to trace it,
 * which root has and the same user mostly has.
 */
export function findInMemory(pid: number, words: readonly (string | Buffer)[]): Leak[] {
  const needles = formsOf(words);
  const found = new Set<string>();
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  try {
    for (const [begin, end] of readableRegions(pid)) {
      for (let at = begin; at < end; at += CHUNK_BYTES) {
        const length = Math.min(CHUNK_BYTES + 1024, end - at);
        for (const form of findInBytes(readMemory(memory, at, length), needles)) found.add(form);
      }
    }
  } finally {
    closeSync(memory);
  }
  return [...found].map((form) => ({ place: `memory of ${pid}`, form }));
}

/** Begin and end of what the process can read, without the files it only maps. */
function readableRegions(pid: number): [number, number][] {
  return readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const match = /^([0-9a-f]+)-([0-9a-f]+) r\S+ \S+ \S+ (\d+)\s*(.*)$/u.exec(line);
      if (!match) return [];
      const [, begin = '', end = '', , name = ''] = match;
      if (name === '[vvar]' || name === '[vsyscall]') return [];
      return [[Number.parseInt(begin, 16), Number.parseInt(end, 16)] satisfies [number, number]];
    });
}

function readMemory(handle: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  try {
    return bytes.subarray(0, readSync(handle, bytes, 0, length, at));
  } catch {
    // Reserved, never used: nothing can be in it.
    return bytes.subarray(0, 0);
  }
}
