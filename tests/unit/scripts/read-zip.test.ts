import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readZip } from '../../../scripts/electron/read-zip.ts';

interface Packed {
  readonly name: string;
  readonly content: string;
  readonly deflate: boolean;
}

/** A ZIP archive as the format describes it, with an extra field in every entry. */
function zipOf(files: readonly Packed[]): Buffer {
  const extra = Buffer.from([1, 2, 3, 4, 5]);
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, deflate } of files) {
    const title = Buffer.from(name);
    const data = deflate ? deflateRawSync(content) : Buffer.from(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(title.length, 26);
    local.writeUInt16LE(extra.length, 28);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(deflate ? 8 : 0, 10);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt16LE(title.length, 28);
    entry.writeUInt16LE(extra.length, 30);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, title, extra);
    parts.push(local, title, extra, data);
    offset += local.length + title.length + extra.length + data.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, list, end]);
}

let folder: string;
let archive: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zip-'));
  archive = join(folder, 'archive.zip');
});
afterEach(() => rm(folder, { recursive: true }));

async function read(wanted: (name: string) => boolean): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  await readZip(archive, wanted, async (name, content) => {
    found[name] = content.toString();
  });
  return found;
}

describe('a ZIP archive', () => {
  it('gives the wanted files, packed or stored, and no folders', async () => {
    const files = [
      { name: 'a/', content: '', deflate: false },
      { name: 'a/packed', content: 'packed '.repeat(100), deflate: true },
      { name: 'a/left-out', content: 'x', deflate: true },
      { name: 'a/stored', content: 'stored', deflate: false },
    ];
    await writeFile(archive, zipOf(files));
    expect(await read((name) => name !== 'a/left-out')).toEqual({
      'a/packed': 'packed '.repeat(100),
      'a/stored': 'stored',
    });
  });

  it('is refused when it is something else or was cut off', async () => {
    await writeFile(archive, 'not an archive, but longer than the record at the end of one');
    await expect(read(() => true)).rejects.toThrow('not a ZIP archive');
    const whole = zipOf([{ name: 'a', content: 'text', deflate: false }]);
    await writeFile(archive, whole.subarray(0, whole.length - 30));
    await expect(read(() => true)).rejects.toThrow();
  });
});
