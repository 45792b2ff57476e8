import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connect, disconnect } from '../../../src/core/library/connection.ts';
import { unlockKeys } from '../../../src/core/library/keys/unlock-keys.ts';
import { ARGON_FLOOR } from '../../../src/core/library/keys/argon-cost.ts';
import {
  createLibrary,
  openLibrary,
  type CreatedLibrary,
  type OpenLibrary,
} from '../../../src/core/library/library.ts';
import { CHUNK_BYTES } from '../../../src/core/library/originals.ts';
import { failureOf } from '../../../src/shared/failure.ts';
import { PASSPHRASE, temporaryFolder, temporaryLibrary } from '../../helpers/temporary-library.ts';

async function failureKind(opening: Promise<OpenLibrary | CreatedLibrary>): Promise<string> {
  try {
    const opened = await opening;
    ('library' in opened ? opened.library : opened).close();
    return 'none';
  } catch (error) {
    return failureOf(error).kind;
  }
}

describe('a library', () => {
  it('opens again with its passphrase, in whatever Unicode form it is typed', async () => {
    const folder = join(temporaryFolder(), 'A.kartoteka');
    const passphrase = 'Žaļais pīlādzis é';
    (
      await createLibrary(folder, 'Ветразь', passphrase.normalize('NFC'), ARGON_FLOOR)
    ).library.close();
    const again = await openLibrary(folder, passphrase.normalize('NFD'));
    expect(again.name).toBe('Ветразь');
    again.close();
  });

  it('says «wrong passphrase» and nothing more', async () => {
    const library = await temporaryLibrary();
    library.close();
    expect(await failureKind(openLibrary(library.folder, `${PASSPHRASE} `))).toBe(
      'wrong-passphrase',
    );
  });

  it('that was copied while open, without its write-ahead log, has lost changes and is damaged', async () => {
    const library = await temporaryLibrary();
    const copy = join(temporaryFolder(), 'Copy.kartoteka');
    cpSync(library.folder, copy, { recursive: true });
    for (const ending of ['wal', 'shm']) rmSync(join(copy, `library.db-${ending}`));
    expect(await failureKind(openLibrary(copy, PASSPHRASE))).toBe('library-damaged');
    cpSync(library.folder, copy, { recursive: true });
    expect(await failureKind(openLibrary(copy, PASSPHRASE))).toBe('none');
  });

  it('that lost its tables is damaged, and is never made anew', async () => {
    const library = await temporaryLibrary();
    library.close();
    const { keys } = await unlockKeys(library.folder, PASSPHRASE);
    const file = join(library.folder, 'library.db');
    rmSync(file);
    const empty = connect(file, keys.database, 'create');
    empty.exec('CREATE TABLE gone (one); DROP TABLE gone');
    disconnect(empty);
    expect(await failureKind(openLibrary(library.folder, PASSPHRASE))).toBe('library-damaged');
    expect(await failureKind(openLibrary(library.folder, PASSPHRASE))).toBe('library-damaged');
  });

  it('has no readable byte in any file, while open and when closed', async () => {
    const library = await temporaryLibrary();
    const marker = 'Zelmarovitch-marker';
    library.database.prepare('UPDATE library SET name = ?').run(marker);
    const readable = (): string[] =>
      readdirSync(library.folder).filter((name) => {
        const bytes = readFileSync(join(library.folder, name));
        return bytes.includes(marker) || bytes.includes('SQLite format 3');
      });
    expect(readable()).toEqual([]);
    library.close();
    expect(readable()).toEqual([]);
    expect(readdirSync(library.folder).sort()).toEqual([
      'in-use.lock',
      'keys-copy.json',
      'keys.json',
      'library.db',
      'originals.db',
    ]);
  });

  it('can be read by its owner only', async () => {
    const library = await temporaryLibrary();
    expect(statSync(library.folder).mode & 0o077).toBe(0);
    for (const name of ['keys.json', 'keys-copy.json', 'library.db', 'originals.db']) {
      expect(statSync(join(library.folder, name)).mode & 0o077).toBe(0);
    }
  });

  it('is held by one program at a time', async () => {
    const library = await temporaryLibrary();
    expect(await failureKind(openLibrary(library.folder, PASSPHRASE))).toBe('library-in-use');
    library.close();
    expect(await failureKind(openLibrary(library.folder, PASSPHRASE))).toBe('none');
  });

  it('is never made over something that is there', async () => {
    const library = await temporaryLibrary();
    const before = readFileSync(join(library.folder, 'keys.json'));
    expect(await failureKind(createLibrary(library.folder, 'B', PASSPHRASE))).toBe(
      'library-exists',
    );
    expect(readFileSync(join(library.folder, 'keys.json'))).toEqual(before);
  });

  it('leaves nothing behind when it cannot be made', async () => {
    const parent = temporaryFolder();
    writeFileSync(join(parent, 'file'), '');
    expect(
      await failureKind(createLibrary(join(parent, 'file', 'A.kartoteka'), 'A', PASSPHRASE)),
    ).not.toBe('none');
    expect(readdirSync(parent)).toEqual(['file']);
  });

  it.each([
    [
      'a missing folder',
      (folder: string) => rmSync(folder, { recursive: true }),
      'library-missing',
    ],
    [
      'a folder without a library',
      (folder: string) => {
        rmSync(folder, { recursive: true });
        mkdirSync(folder);
      },
      'library-missing',
    ],
    [
      'an empty database',
      (folder: string) => truncateSync(join(folder, 'library.db'), 0),
      'library-damaged',
    ],
    [
      'a missing database',
      (folder: string) => rmSync(join(folder, 'library.db')),
      'library-damaged',
    ],
    [
      'a missing file of originals',
      (folder: string) => rmSync(join(folder, 'originals.db')),
      'library-damaged',
    ],
    [
      'another file in its place',
      (folder: string) => writeFileSync(join(folder, 'library.db'), 'x'.repeat(40_960)),
      'library-damaged',
    ],
  ])('with %s is refused and left as it is', async (_name, damage, kind) => {
    const library = await temporaryLibrary();
    library.close();
    damage(library.folder);
    const names = existsSync(library.folder) ? readdirSync(library.folder).sort() : null;
    expect(await failureKind(openLibrary(library.folder, PASSPHRASE))).toBe(kind);
    const after = existsSync(library.folder) ? readdirSync(library.folder).sort() : null;
    expect(after).toEqual(names);
  });

  it('written by a newer program is refused and left as it is', async () => {
    const library = await temporaryLibrary();
    library.database.pragma('user_version=999');
    library.close();
    expect(await failureKind(openLibrary(library.folder, PASSPHRASE))).toBe('library-newer');
  });
});

describe('originals', () => {
  const hash = 'ab'.repeat(32);
  const bytes = Uint8Array.from({ length: CHUNK_BYTES * 2 + 777 }, (_, index) => index % 251);

  function store(library: OpenLibrary): void {
    const writer = library.originals.write(hash, bytes.length);
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      writer.append(bytes.subarray(at, at + CHUNK_BYTES));
    }
    writer.finish();
  }

  it.each([
    [0, 10],
    [CHUNK_BYTES - 3, CHUNK_BYTES + 3],
    [CHUNK_BYTES, CHUNK_BYTES * 2],
    [CHUNK_BYTES * 2 + 700, CHUNK_BYTES * 9],
    [0, CHUNK_BYTES * 2 + 777],
    [CHUNK_BYTES * 5, CHUNK_BYTES * 6],
  ])('are read back by ranges: %i to %i', async (begin, end) => {
    const library = await temporaryLibrary();
    store(library);
    expect(
      Buffer.compare(library.originals.read(hash, begin, end), bytes.subarray(begin, end)),
    ).toBe(0);
  });

  it('do not count while they are half written, and can be written again', async () => {
    const library = await temporaryLibrary();
    library.originals.write(hash, bytes.length).append(bytes.subarray(0, CHUNK_BYTES));
    expect(library.originals.has(hash)).toBe(false);
    store(library);
    expect(library.originals.has(hash)).toBe(true);
  });

  it('that a crash left half written are swept, whole ones never', async () => {
    const library = await temporaryLibrary();
    store(library);
    library.originals.write('cd'.repeat(32), bytes.length).append(bytes.subarray(0, CHUNK_BYTES));
    expect(library.originals.sweep()).toBe(1);
    expect(library.originals.sweep()).toBe(0);
    expect(library.originals.has(hash)).toBe(true);
  });
});
