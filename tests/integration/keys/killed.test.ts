/** kill -9 while keys are written: before the moment that counts the old ones hold, after it the new ones, never neither. */
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ARGON_FLOOR } from '../../../src/core/library/keys/argon-cost.ts';
import { addSlot, listSlots } from '../../../src/core/library/keys/change-slots.ts';
import { readKeyFiles } from '../../../src/core/library/keys/key-files.ts';
import { createLibrary, openLibrary } from '../../../src/core/library/library.ts';
import type { RecoverySheet } from '../../../src/shared/domain/keys.ts';
import { contentOf, fillLibrary } from '../../helpers/filled-library.ts';
import { keyedFolder, unlocked } from '../../helpers/keyed-folder.ts';
import { opensElsewhere } from '../../helpers/other-sqlcipher.ts';
import { runUntilKilled } from '../../helpers/run-until-killed.ts';
import { PASSPHRASE, temporaryFolder } from '../../helpers/temporary-library.ts';

const NEXT = 'copper meadow whistle twelve';
const FILES = ['in-use.lock', 'keys-copy.json', 'keys.json', 'library.db', 'originals.db'];

let template: string;
let sheet: RecoverySheet;
let content: unknown;

beforeAll(async () => {
  template = join(mkdtempSync(join(tmpdir(), 'kartoteka-killed-')), 'Test.kartoteka');
  const created = await createLibrary(template, 'Test', PASSPHRASE, ARGON_FLOOR);
  ({ sheet } = created);
  const { library } = created;
  fillLibrary(library);
  await addSlot(library, PASSPHRASE, 'Olga', NEXT, { cost: ARGON_FLOOR });
  content = contentOf(library);
  library.close();
}, 120_000);

afterAll(() => rmSync(join(template, '..'), { recursive: true, force: true }));

function freshCopy(): string {
  const folder = join(temporaryFolder(), 'Test.kartoteka');
  cpSync(template, folder, { recursive: true });
  return folder;
}

/** Which files of the library the sheet opens, in other software than ours. */
function openedBySheet(folder: string): string[] {
  return sheet.files
    .filter(({ file, commands }) =>
      opensElsewhere(
        join(folder, file),
        commands.filter((line) => line.startsWith('PRAGMA')),
      ),
    )
    .map(({ file }) => file);
}

describe('a change of passphrase', { timeout: 180_000 }, () => {
  const THIRD = 'granite teapot sunday violin';

  it.each([
    ['slot-made', PASSPHRASE],
    ['keys-before', PASSPHRASE],
    ['keys-first-written', THIRD],
    ['keys-both-written', THIRD],
  ])('killed at «%s» leaves one passphrase that opens', async (step, opening) => {
    const folder = freshCopy();
    const { ended } = await runUntilKilled('fixtures/keys/change-and-die.ts', [
      folder,
      PASSPHRASE,
      THIRD,
      step,
    ]);
    expect(ended).toBe('SIGKILL');
    const other = opening === PASSPHRASE ? THIRD : PASSPHRASE;
    expect(await unlocked(folder, other)).toBe('wrong-passphrase');
    expect(await unlocked(folder, opening)).toBe(sheet.files[0]?.key);
    expect(readKeyFiles(folder).needsMending).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  it('killed at any moment keeps every write that was reported', async () => {
    const { folder, dataKey } = await keyedFolder();
    let reported = 1;
    for (let round = 0; round < 20; round += 1) {
      const { ended, lines } = await runUntilKilled(
        'fixtures/keys/rewrite-until-killed.ts',
        [folder],
        Math.random() * 40,
      );
      expect(ended).toBe('SIGKILL');
      reported = Math.max(reported, ...lines.map(Number));
      expect(readKeyFiles(folder).file.revision).toBeGreaterThanOrEqual(reported);
    }
    expect(reported).toBeGreaterThan(20);
    expect(await unlocked(folder)).toBe(dataKey);
  });
});

describe('key files', { timeout: 120_000 }, () => {
  it('killed before each operation on a file are the old ones or the new ones, and the twins are alike again', async () => {
    const { folder, dataKey } = await keyedFolder();
    const before = readKeyFiles(folder).file;
    const operations: string[] = [];
    const revisions: number[] = [];
    for (let operation = 0; operations.at(-1) !== 'done'; operation += 1) {
      const copy = join(temporaryFolder(), 'Test.kartoteka');
      cpSync(folder, copy, { recursive: true });
      const run = await runUntilKilled('fixtures/keys/die-at-file-operation.ts', [
        copy,
        String(operation),
      ]);
      operations.push(run.lines.at(-1) ?? '');
      expect(run.ended).toBe(operations.at(-1) === 'done' ? 0 : 'SIGKILL');
      const { file } = readKeyFiles(copy);
      expect(file).toEqual({ ...before, revision: file.revision });
      revisions.push(file.revision);
      expect(await unlocked(copy)).toBe(dataKey);
      expect(readKeyFiles(copy)).toMatchObject({ file, needsMending: false });
      expect(readdirSync(copy).sort()).toEqual(['keys-copy.json', 'keys.json']);
    }
    // For each of the two: open, write, make durable, close, rename, and the same for the folder.
    expect(operations.length).toBeGreaterThan(16);
    expect(operations.filter((name) => name === 'renameSync')).toHaveLength(2);
    // Once the first is renamed the new one counts, and never the old one again.
    const counts = operations.indexOf('renameSync') + 1;
    expect(revisions.map((revision) => revision - before.revision)).toEqual(
      operations.map((_, index) => (index < counts ? 0 : 1)),
    );
  });
});

describe('an encryption with a new key', { timeout: 300_000 }, () => {
  /** Opens it, and finds everything there and nothing left over; answers whether the new key counts. */
  async function isNewKey(folder: string): Promise<boolean> {
    const library = await openLibrary(folder, PASSPHRASE);
    expect(contentOf(library)).toEqual(content);
    expect(library.database.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(library.originals.database.pragma('integrity_check', { simple: true })).toBe('ok');
    const names = listSlots(library).map(({ name }) => name);
    library.close();
    expect(readdirSync(folder).sort()).toEqual(FILES);
    const opened = openedBySheet(folder);
    const isNew = opened.length === 0;
    expect(opened).toEqual(isNew ? [] : ['library.db', 'originals.db']);
    expect(names).toEqual(isNew ? [''] : ['', 'Olga']);
    return isNew;
  }

  it.each([
    ['begun', false],
    ['library-copied', false],
    ['originals-begun', false],
    ['originals-copied', false],
    ['library.db-whole', false],
    ['originals.db-whole', false],
    ['keys-before', false],
    ['keys-first-written', true],
    ['keys-both-written', true],
    ['closed', true],
    ['library.db-replaced', true],
    ['originals.db-replaced', true],
  ])('killed at «%s»', async (step, isNew) => {
    const folder = freshCopy();
    const { ended, lines } = await runUntilKilled('fixtures/keys/reencrypt-and-die.ts', [
      folder,
      PASSPHRASE,
      step,
    ]);
    expect(ended).toBe('SIGKILL');
    expect(lines.at(-1)).toBe(step);
    expect(await isNewKey(folder)).toBe(isNew);
  });

  it('killed at any moment', async () => {
    for (let round = 0; round < 8; round += 1) {
      const folder = freshCopy();
      const { lines } = await runUntilKilled(
        'fixtures/keys/reencrypt-and-die.ts',
        [folder, PASSPHRASE, 'never'],
        Math.random() * 600,
      );
      const isNew = await isNewKey(folder);
      if (lines.includes('keys-first-written')) expect(isNew).toBe(true);
      if (!lines.includes('keys-before')) expect(isNew).toBe(false);
    }
  });

  it('killed twice, the second time while it is finished', async () => {
    const folder = freshCopy();
    await runUntilKilled('fixtures/keys/reencrypt-and-die.ts', [
      folder,
      PASSPHRASE,
      'library.db-replaced',
    ]);
    expect(existsSync(join(folder, 'originals.db.new'))).toBe(true);
    await runUntilKilled('fixtures/keys/reencrypt-and-die.ts', [
      folder,
      PASSPHRASE,
      'originals-begun',
    ]);
    expect(await isNewKey(folder)).toBe(true);
  });
});
