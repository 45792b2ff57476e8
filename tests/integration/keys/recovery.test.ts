/** The recovery sheet: opens the library whatever became of its keys, with Kartoteka and without. */
import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ARGON_FLOOR } from '../../../src/core/library/keys/argon-cost.ts';
import { eraseKeys } from '../../../src/core/library/keys/erase-keys.ts';
import { readKeyFiles } from '../../../src/core/library/keys/key-files.ts';
import { formatKeysFile } from '../../../src/core/library/keys/keys-file.ts';
import { createLibrary, openLibrary } from '../../../src/core/library/library.ts';
import { openWithRecoveryKey } from '../../../src/core/library/open-with-recovery-key.ts';
import type { RecoverySheet } from '../../../src/shared/domain/keys.ts';
import { FailureError } from '../../../src/shared/failure.ts';
import { recoveryGroups } from '../../../src/shared/recovery/recovery-key.ts';
import {
  contentOf,
  fillLibrary,
  ORIGINAL,
  ORIGINAL_SHA256,
  PAGE_TEXT,
} from '../../helpers/filled-library.ts';
import { failureKind, readKeys, writeKeys } from '../../helpers/keyed-folder.ts';
import { openElsewhere, opensElsewhere } from '../../helpers/other-sqlcipher.ts';
import { PASSPHRASE, temporaryFolder } from '../../helpers/temporary-library.ts';

const NEXT = 'copper meadow whistle twelve';

interface Closed {
  readonly folder: string;
  readonly sheet: RecoverySheet;
  readonly content: unknown;
}

async function closedLibrary(): Promise<Closed> {
  const folder = join(temporaryFolder(), 'Test.kartoteka');
  const { library, sheet } = await createLibrary(folder, 'Ветразь', PASSPHRASE, ARGON_FLOOR);
  fillLibrary(library);
  const content = contentOf(library);
  library.close();
  return { folder, sheet, content };
}

/** Puts a key file of another library in the place of one, so that it counts. */
function putForeignKeys(folder: string, name: string, of: string): void {
  const { file } = readKeyFiles(of);
  if (file.check === null) throw new Error('Not of the present format');
  const text = formatKeysFile({ ...file, check: file.check, revision: 1_000 });
  writeFileSync(join(folder, name), text);
}

describe('key files of another library', { timeout: 60_000 }, () => {
  it('destroy nothing, and do not keep the recovery sheet from opening', async () => {
    const { folder, sheet } = await closedLibrary();
    const other = await closedLibrary();
    const right = readFileSync(join(folder, 'keys-copy.json'));
    putForeignKeys(folder, 'keys.json', other.folder);
    // It has the same passphrase.
    expect(await failureKind(openLibrary(folder, PASSPHRASE))).toBe('library-damaged');
    expect(readFileSync(join(folder, 'keys-copy.json'))).toEqual(right);

    putForeignKeys(folder, 'keys-copy.json', other.folder);
    (await recover(folder, sheet.groups.join(' '))).close();
    (await openLibrary(folder, NEXT)).close();
  });
});

function recover(folder: string, typed: string, next = NEXT) {
  return openWithRecoveryKey(folder, typed, next, ARGON_FLOOR);
}

/** The lines of the sheet that are SQL. */
function sqlOf(sheet: RecoverySheet, file: string): string[] {
  const commands = sheet.files.find((one) => one.file === file)?.commands ?? [];
  return commands.filter((command) => command.startsWith('PRAGMA'));
}

describe('the recovery sheet', { timeout: 120_000 }, () => {
  it('says what is needed and when the key was made', async () => {
    const { sheet } = await closedLibrary();
    expect(sheet).toMatchObject({ libraryName: 'Ветразь', keyMadeAt: sheet.createdAt });
    expect(sheet.groups).toHaveLength(14);
    expect(sheet.files.map(({ file, key, commands }) => [file, key.length, commands])).toEqual(
      ['library.db', 'originals.db'].map((file, index) => [
        file,
        64,
        [`sqlcipher ${file}`, `PRAGMA key = "x'${sheet.files[index]?.key ?? ''}'";`, '.tables'],
      ]),
    );
    expect(recoveryGroups(Buffer.from(sheet.files[0]?.key ?? '', 'hex'))).toEqual(sheet.groups);
  });

  it('opens both files in other SQLCipher software, and nothing else does', async () => {
    const { folder, sheet } = await closedLibrary();
    eraseKeys(folder);
    const library = openElsewhere(join(folder, 'library.db'), sqlOf(sheet, 'library.db'));
    expect(library.prepare('SELECT text FROM page WHERE number = 1').get()).toEqual({
      text: PAGE_TEXT,
    });
    expect(library.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    library.close();

    const originals = openElsewhere(join(folder, 'originals.db'), sqlOf(sheet, 'originals.db'));
    const chunks = originals
      .prepare(
        'SELECT bytes FROM chunk JOIN original ON original.id = original_id WHERE sha256 = ? ORDER BY position',
        { pluck: true },
      )
      .all([ORIGINAL_SHA256]);
    expect(Buffer.concat(chunks as unknown as Uint8Array[]).equals(ORIGINAL)).toBe(true);
    originals.close();

    expect(opensElsewhere(join(folder, 'library.db'), sqlOf(sheet, 'originals.db'))).toBe(false);
    expect(opensElsewhere(join(folder, 'library.db'), [])).toBe(false);
  });

  it.each<[string, (folder: string) => void]>([
    ['are there', () => undefined],
    [
      'are damaged',
      (folder) => ['keys.json', 'keys-copy.json'].forEach((name) => writeKeys(folder, name, '{')),
    ],
    [
      'are gone',
      (folder) => ['keys.json', 'keys-copy.json'].forEach((name) => rmSync(join(folder, name))),
    ],
    ['were erased', eraseKeys],
  ])('opens the library when its keys %s, and sets the only passphrase', async (_how, damage) => {
    const { folder, sheet, content } = await closedLibrary();
    const before = JSON.parse(readKeys(folder, 'keys.json'));
    damage(folder);
    const library = await recover(folder, sheet.groups.join(' '));
    expect(contentOf(library)).toEqual(content);
    library.close();
    const { file, needsMending } = readKeyFiles(folder);
    expect(needsMending).toBe(false);
    expect(file.slots).toHaveLength(1);
    expect(file).toMatchObject({ libraryId: sheet.libraryId, check: before.check });
    expect(await failureKind(openLibrary(folder, PASSPHRASE))).toBe('wrong-passphrase');
    const again = await openLibrary(folder, NEXT);
    expect(contentOf(again)).toEqual(content);
    expect(again.database.prepare('SELECT id FROM key_slot').pluck().all()).toEqual([again.slotId]);
    again.close();
  });

  it('is refused without a change when it is mistyped, of another library, or the new passphrase is weak', async () => {
    const { folder, sheet } = await closedLibrary();
    const typed = sheet.groups.join(' ');
    const foreign = recoveryGroups(new Uint8Array(32).fill(7)).join(' ');
    const before = readKeys(folder, 'keys.json');
    const swapped = [sheet.groups[1], sheet.groups[0], ...sheet.groups.slice(2)].join(' ');
    await recover(folder, swapped).catch((error: unknown) => {
      expect(error).toBeInstanceOf(FailureError);
      expect((error as FailureError).failure).toEqual({
        kind: 'recovery-key-mistyped',
        problem: { kind: 'groups-swapped', group: 1, other: 2 },
      });
    });
    expect(await failureKind(recover(folder, swapped))).toBe('recovery-key-mistyped');
    expect(await failureKind(recover(folder, sheet.groups.slice(0, 9).join(' ')))).toBe(
      'recovery-key-mistyped',
    );
    expect(await failureKind(recover(folder, foreign))).toBe('wrong-recovery-key');
    expect(await failureKind(recover(folder, typed, 'password'))).toBe('passphrase-too-weak');
    expect(readKeys(folder, 'keys.json')).toBe(before);

    eraseKeys(folder);
    expect(await failureKind(recover(folder, foreign))).toBe('wrong-recovery-key');
    expect(await failureKind(openLibrary(folder, PASSPHRASE))).toBe('keys-gone');
    expect(await failureKind(recover(temporaryFolder(), typed))).toBe('library-missing');
  });

  it('tells a damaged database from a wrong key, and leaves the keys alone', async () => {
    const { folder, sheet } = await closedLibrary();
    const before = readKeys(folder, 'keys.json');
    const typed = sheet.groups.join(' ');
    writeFileSync(join(folder, 'library.db'), 'x'.repeat(40_960));
    expect(await failureKind(recover(folder, typed))).toBe('library-damaged');
    truncateSync(join(folder, 'library.db'), 0);
    expect(await failureKind(recover(folder, typed))).toBe('library-damaged');
    expect(readKeys(folder, 'keys.json')).toBe(before);
  });

  it('opens a library that was killed, with all that was in its log, also after a wrong try', async () => {
    const { folder, sheet } = await closedLibrary();
    const library = await openLibrary(folder, PASSPHRASE);
    library.database.prepare("UPDATE source_document SET title = 'In the log'").run();
    const killed = join(temporaryFolder(), 'Killed.kartoteka');
    mkdirSync(killed);
    for (const name of ['library.db', 'library.db-wal', 'originals.db', 'originals.db-wal']) {
      copyFileSync(join(folder, name), join(killed, name));
    }
    library.close();
    const foreign = recoveryGroups(new Uint8Array(32).fill(7)).join(' ');
    expect(await failureKind(recover(killed, foreign))).toBe('wrong-recovery-key');
    const recovered = await recover(killed, sheet.groups.join(' '));
    expect(recovered.database.prepare('SELECT title FROM source_document').pluck().get()).toBe(
      'In the log',
    );
    recovered.close();
  });
});
