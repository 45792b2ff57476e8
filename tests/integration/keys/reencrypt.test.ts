/** Encrypting a library with a new key: everything is there afterwards, and nothing old opens anything. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ARGON_FLOOR } from '../../../src/core/library/keys/argon-cost.ts';
import { addSlot, listSlots } from '../../../src/core/library/keys/change-slots.ts';
import { eraseKeys } from '../../../src/core/library/keys/erase-keys.ts';
import { showRecoverySheet } from '../../../src/core/library/keys/recovery-sheet.ts';
import { openLibrary, type OpenLibrary } from '../../../src/core/library/library.ts';
import { openWithRecoveryKey } from '../../../src/core/library/open-with-recovery-key.ts';
import {
  reencryptLibrary,
  type ReencryptOptions,
} from '../../../src/core/library/reencrypt/reencrypt-library.ts';
import { changeSettings, readSettings } from '../../../src/core/library/settings.ts';
import { failureOf } from '../../../src/shared/failure.ts';
import { contentOf, fillLibrary } from '../../helpers/filled-library.ts';
import { failureKind, readKeys } from '../../helpers/keyed-folder.ts';
import { opensElsewhere } from '../../helpers/other-sqlcipher.ts';
import { smallDisk, untilThereIsRoom } from '../../helpers/small-disk.ts';
import { newLibrary, PASSPHRASE, temporaryLibrary } from '../../helpers/temporary-library.ts';

const NEXT = 'copper meadow whistle twelve';
const FILES = ['in-use.lock', 'keys-copy.json', 'keys.json', 'library.db', 'originals.db'];

function reencrypt(library: OpenLibrary, options: ReencryptOptions = {}) {
  return reencryptLibrary(library, PASSPHRASE, { cost: ARGON_FLOOR, ...options });
}

/** Nothing was changed: it is open, takes changes, and opens as before. */
function expectUntouched(library: OpenLibrary, content: unknown): void {
  expect(library.state()).toBe('open');
  expect(contentOf(library)).toEqual(content);
  changeSettings(library.database, { idleMinutes: 10 });
  library.originals.sweep();
  expect(readdirSync(library.folder).filter((name) => /\.(part|new)/u.test(name))).toEqual([]);
}

describe('an encryption with a new key', { timeout: 180_000 }, () => {
  it('keeps all there is; only the passphrase that was given and the new sheet open it', async () => {
    const library = await temporaryLibrary();
    fillLibrary(library);
    library.originals.write('ab'.repeat(32), 5).append(Buffer.from('hal'));
    const content = contentOf(library);
    const old = await showRecoverySheet(library, PASSPHRASE);
    await addSlot(library, PASSPHRASE, 'Olga', NEXT, { cost: ARGON_FLOOR });
    changeSettings(library.database, { idleMinutes: 30, recoverySheetConfirmed: '2026-01-01' });
    const salts = saltsOf(library.folder);

    const sheet = await reencrypt(library);
    expect(library.state()).toBe('closed');
    expect(readdirSync(library.folder).sort()).toEqual(FILES);
    expect(sheet.groups).not.toEqual(old.groups);
    expect(Date.parse(sheet.keyMadeAt)).toBeGreaterThan(Date.parse(sheet.createdAt));
    for (const [index, { file, commands }] of old.files.entries()) {
      const path = join(library.folder, file);
      const sql = (lines: readonly string[]) => lines.filter((line) => line.startsWith('PRAGMA'));
      expect(opensElsewhere(path, sql(commands))).toBe(false);
      expect(opensElsewhere(path, sql(sheet.files[index]?.commands ?? []))).toBe(true);
    }
    expect(saltsOf(library.folder).filter((salt) => salts.includes(salt))).toEqual([]);

    expect(await failureKind(openLibrary(library.folder, NEXT))).toBe('wrong-passphrase');
    const again = await openLibrary(library.folder, PASSPHRASE);
    expect(contentOf(again)).toEqual(content);
    expect(listSlots(again).map(({ name, current }) => [name, current])).toEqual([['', true]]);
    expect(readSettings(again.database)).toMatchObject({
      idleMinutes: 30,
      recoverySheetConfirmed: null,
    });
    expect(await showRecoverySheet(again, PASSPHRASE)).toEqual(sheet);
    again.close();

    const byOld = openWithRecoveryKey(library.folder, old.groups.join(' '), NEXT, ARGON_FLOOR);
    expect(await failureKind(byOld)).toBe('wrong-recovery-key');
    eraseKeys(library.folder);
    const byNew = await openWithRecoveryKey(
      library.folder,
      sheet.groups.join(' '),
      NEXT,
      ARGON_FLOOR,
    );
    expect(contentOf(byNew)).toEqual(content);
    byNew.close();
  });

  it('reports its progress and takes no change meanwhile', async () => {
    const library = await temporaryLibrary();
    fillLibrary(library);
    const shares: number[] = [];
    const refused: string[] = [];
    await reencrypt(library, {
      onProgress: (done, total) => shares.push(done / total),
      onStep(step) {
        if (step !== 'originals-begun') return;
        expect(library.state()).toBe('frozen');
        for (const database of [library.database, library.originals.database]) {
          try {
            database.exec('CREATE TABLE lost (one)');
          } catch (error) {
            refused.push(failureOf(error).kind);
          }
        }
      },
    });
    expect(refused).toHaveLength(2);
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.length).toBeGreaterThan(3);
  });

  it('begins with a look at the free space, and says how much is needed', async () => {
    const library = await temporaryLibrary();
    fillLibrary(library);
    const content = contentOf(library);
    const failure = await reencrypt(library, { free: () => 10_000_000 }).then(
      () => undefined,
      (error: unknown) => failureOf(error),
    );
    expect(failure).toEqual({ kind: 'not-enough-space', neededBytes: expect.any(Number) });
    expectUntouched(library, content);
  });

  it('changes nothing with a wrong passphrase, while something is written, or twice at once', async () => {
    const library = await temporaryLibrary();
    const content = contentOf(library);
    const keys = readKeys(library.folder, 'keys.json');
    expect(await failureKind(reencryptLibrary(library, NEXT))).toBe('wrong-passphrase');
    library.database.exec('BEGIN IMMEDIATE');
    expect(await failureKind(reencrypt(library))).toBe('library-busy');
    library.database.exec('ROLLBACK');
    expectUntouched(library, content);
    expect(readKeys(library.folder, 'keys.json')).toBe(keys);
    const both = [failureKind(reencrypt(library)), failureKind(reencrypt(library))];
    expect(await Promise.all(both)).toEqual(['none', 'library-busy']);
  });

  it.each([
    'begun',
    'library-copied',
    'originals-begun',
    'originals-copied',
    'originals.db-whole',
    'keys-before',
  ])('that fails at «%s» leaves the library open and as it was', async (deadly) => {
    const library = await temporaryLibrary();
    fillLibrary(library);
    const content = contentOf(library);
    const failing = reencrypt(library, {
      onStep(step) {
        if (step === deadly) throw Object.assign(new Error('Failing disk'), { code: 'EIO' });
      },
    });
    expect(await failureKind(failing)).toBe('library-gone');
    expectUntouched(library, content);
  });

  it('that was given away to another program does not go on', async () => {
    const library = await temporaryLibrary();
    fillLibrary(library);
    const content = contentOf(library);
    const keys = readKeys(library.folder, 'keys.json');
    const cut = failureKind(
      reencrypt(library, { onStep: (step) => step === 'originals-begun' && library.close() }),
    );
    expect(await cut).not.toBe('none');
    expect(readKeys(library.folder, 'keys.json')).toBe(keys);
    const again = await openLibrary(library.folder, PASSPHRASE);
    expectUntouched(again, content);
    again.close();
  });

  it('on a disk that is full at any write loses nothing', async () => {
    const disk = smallDisk(16);
    const library = await newLibrary(join(disk.folder, 'Test.kartoteka'));
    onTestFinished(() => library.close());
    fillLibrary(library);
    const content = contentOf(library);
    const failures = await untilThereIsRoom(
      disk,
      () => reencrypt(library, { free: () => Infinity }),
      (error) => {
        expect(failureOf(error).kind).toBe('disk-full');
        expect(library.state()).toBe('open');
        expect(contentOf(library)).toEqual(content);
        expect(existsSync(join(library.folder, 'library.db.new'))).toBe(false);
      },
      { step: 200_000 },
    );
    expect(failures).toBeGreaterThan(3);
    const again = await openLibrary(library.folder, PASSPHRASE);
    expect(contentOf(again)).toEqual(content);
    again.close();
  });
});

/** The first bytes of each file, which SQLCipher mixes into its keys. */
function saltsOf(folder: string): string[] {
  return ['library.db', 'originals.db'].map((name) =>
    readFileSync(join(folder, name)).subarray(0, 16).toString('hex'),
  );
}
