/** Damage that keeps a library closed: the right part is named, and not a byte of any file changes. */
import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../../../src/core/library/connection.ts';
import { readLog } from '../../../../src/core/library/files/write-ahead-log.ts';
import { openLibrary } from '../../../../src/core/library/library.ts';
import { failureOf, type Failure } from '../../../../src/shared/failure.ts';
import {
  cutInHalf,
  cutOff,
  empty,
  flipBit,
  PAGE,
  pagesOf,
  zeroPage,
} from '../../../helpers/damage.ts';
import {
  fillLibrary,
  fingerprint,
  openWith,
  type FilledLibrary,
} from '../../../helpers/whole-library.ts';
import { PASSPHRASE, temporaryFolder } from '../../../helpers/temporary-library.ts';

let filled: FilledLibrary;
let other: FilledLibrary;
beforeAll(async () => {
  filled = await fillLibrary();
  other = await fillLibrary({ documents: 3, pagesEach: 2 });
  return () => [filled, other].forEach((library) => library.remove());
});

/** Opens as the app does, but for the passphrase. */
function failureOfOpening(folder: string): Failure | 'none' {
  try {
    openWith(folder, filled.unlocked()).close();
    return 'none';
  } catch (error) {
    return failureOf(error);
  }
}

function expectRefused(folder: string, failure: Failure): void {
  const before = fingerprint(folder);
  expect(failureOfOpening(folder)).toEqual(failure);
  expect(failureOfOpening(folder)).toEqual(failure);
  expect(fingerprint(folder)).toEqual(before);
}

function pagesInLog(folder: string, file: string): ReadonlySet<number> {
  const log = readFileSync(join(folder, `${file}-wal`));
  const { places, whole } = readLog(
    (position, length) => log.subarray(position, position + length),
    log.length,
  );
  expect(whole).toBe(true);
  return new Set(places.keys());
}

type Damage = (folder: string, file: string) => void;
const DAMAGES: [string, Damage][] = [
  ['is missing', (folder, file) => rmSync(join(folder, file))],
  ['is empty', empty],
  ['lacks its last 1000 bytes', (folder, file) => cutOff(folder, file, 1000)],
  ['lacks its last page', (folder, file) => cutOff(folder, file, PAGE)],
  ['lacks its second half', cutInHalf],
  ['has a page 1 of zeros', (folder, file) => zeroPage(folder, file, 1)],
  ['has a flipped bit in its salt', (folder, file) => flipBit(folder, file, 3)],
  ['has a flipped bit on page 1', (folder, file) => flipBit(folder, file, 2000)],
  [
    'is of another library',
    (folder, file) => copyFileSync(join(other.copy(), file), join(folder, file)),
  ],
  [
    'is text',
    (folder, file) => writeFileSync(join(folder, file), 'A file of words. '.repeat(20_000)),
  ],
  [
    'is a link',
    (folder, file) => {
      const elsewhere = join(temporaryFolder(), file);
      renameSync(join(folder, file), elsewhere);
      symlinkSync(elsewhere, join(folder, file));
    },
  ],
  [
    'is a folder',
    (folder, file) => {
      rmSync(join(folder, file));
      mkdirSync(join(folder, file));
    },
  ],
];

describe.each([
  ['library.db', 'database'],
  ['originals.db', 'originals'],
] as const)('a library whose %s', (file, part) => {
  it.each(DAMAGES)('%s is refused as damaged and left as it is', (_name, damage) => {
    const folder = filled.copy();
    damage(folder, file);
    expectRefused(folder, { kind: 'library-damaged', part });
  });

  it('was not closed and has a damaged page is refused, unless the log has the page anew', () => {
    const logged = pagesInLog(filled.copyUnclosed(), file);
    const all = Array.from(
      { length: pagesOf(filled.copyUnclosed(), file) },
      (_, index) => index + 1,
    );
    const healed = all.find((page) => page > 1 && logged.has(page));
    const lost = all.find((page) => !logged.has(page));
    if (healed === undefined || lost === undefined) throw new Error('The log has all or nothing');

    const folder = filled.copyUnclosed();
    flipBit(folder, file, (lost - 1) * PAGE + 999);
    expectRefused(folder, { kind: 'library-damaged', part });

    const whole = filled.copyUnclosed();
    flipBit(whole, file, (healed - 1) * PAGE + 999);
    const library = openWith(whole, filled.unlocked());
    expect(library.access.readOnly).toBe(false);
    const { database } = file === 'library.db' ? library : library.originals;
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('is of a newer program is refused as newer and left as it is', () => {
    const folder = filled.copy();
    const key =
      file === 'library.db' ? filled.unlocked().keys.database : filled.unlocked().keys.originals;
    const database = connect(join(folder, file), key, 'open', 'journal');
    database.pragma('user_version=999');
    database.close();
    const before = fingerprint(folder);
    expect(failureOfOpening(folder)).toMatchObject({ kind: 'library-newer', found: 999 });
    expect(fingerprint(folder)).toEqual(before);
  });
});

describe.each(['library.db-wal', 'originals.db-wal'])('a library whose %s', (log) => {
  const second = 32 + 24 + PAGE;
  it.each<[string, Damage]>([
    ['is missing', (folder) => rmSync(join(folder, log))],
    ['is empty', (folder) => empty(folder, log)],
    ['is cut off in its header', (folder) => writeFileSync(join(folder, log), 'x'.repeat(20))],
    ['has a flipped bit in its header', (folder) => flipBit(folder, log, 18)],
    ['has a flipped bit in a page', (folder) => flipBit(folder, log, second + 500)],
    ['has a flipped bit in a page number', (folder) => flipBit(folder, log, second + 2)],
    ['has flipped salts', (folder) => flipBit(folder, log, second + 10)],
  ])('%s is refused as damaged and left as it is', (_name, damage) => {
    const folder = filled.copyUnclosed();
    damage(folder, log);
    expectRefused(folder, { kind: 'library-damaged', part: 'log' });
  });
});

describe('a folder', () => {
  async function failureOfUnlocking(folder: string): Promise<Failure | 'none'> {
    try {
      (await openLibrary(folder, PASSPHRASE)).close();
      return 'none';
    } catch (error) {
      return failureOf(error);
    }
  }

  it('that is a file is no library', async () => {
    const path = join(temporaryFolder(), 'A.kartoteka');
    writeFileSync(path, 'words');
    expect(await failureOfUnlocking(path)).toEqual({ kind: 'library-missing' });
    expect(readFileSync(path, 'utf8')).toBe('words');
  });

  it('with keys only is damaged and stays so', async () => {
    const folder = filled.copy();
    for (const file of ['library.db', 'originals.db']) rmSync(join(folder, file));
    const before = fingerprint(folder);
    expect(await failureOfUnlocking(folder)).toEqual({ kind: 'library-damaged', part: 'database' });
    expect(fingerprint(folder)).toEqual(before);
  });

  it('that is a link opens as the folder it leads to, which is held then', async () => {
    const folder = filled.copy();
    const link = join(temporaryFolder(), 'Link.kartoteka');
    symlinkSync(folder, link);
    const library = await openLibrary(link, PASSPHRASE);
    expect(statSync(library.folder).ino).toBe(statSync(folder).ino);
    expect(failureOfOpening(folder)).toEqual({ kind: 'library-in-use' });
    library.close();
  });

  it('with a damaged page 1 and a wrong passphrase says that the passphrase is wrong', async () => {
    const folder = filled.copy();
    zeroPage(folder, 'library.db', 1);
    try {
      await openLibrary(folder, 'some other words');
      expect.unreachable();
    } catch (error) {
      expect(failureOf(error)).toEqual({ kind: 'wrong-passphrase' });
    }
    expect(await failureOfUnlocking(folder)).toEqual({ kind: 'library-damaged', part: 'database' });
  });
});
