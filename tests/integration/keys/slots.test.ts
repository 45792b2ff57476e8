/** Changing which passphrases open a library. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ARGON_FLOOR } from '../../../src/core/library/keys/argon-cost.ts';
import {
  addSlot,
  changePassphrase,
  listSlots,
  MOST_SLOTS,
  removeSlot,
} from '../../../src/core/library/keys/change-slots.ts';
import { eraseKeys } from '../../../src/core/library/keys/erase-keys.ts';
import { readKeyFiles, writeKeyFiles } from '../../../src/core/library/keys/key-files.ts';
import { showRecoverySheet } from '../../../src/core/library/keys/recovery-sheet.ts';
import { openWithRecoveryKey } from '../../../src/core/library/open-with-recovery-key.ts';
import { openLibrary } from '../../../src/core/library/library.ts';
import { encodePassphrase } from '../../../src/shared/passphrase/encode-passphrase.ts';
import { failureKind, readKeys, unlocked } from '../../helpers/keyed-folder.ts';
import { PASSPHRASE, temporaryLibrary } from '../../helpers/temporary-library.ts';

const NEXT = 'copper meadow whistle twelve';
const CHEAP = { cost: ARGON_FLOOR };

describe('changing the passphrase', { timeout: 120_000 }, () => {
  it('lets the new one in and the old one no more; the recovery sheet stays', async () => {
    const library = await temporaryLibrary();
    const sheet = await showRecoverySheet(library, PASSPHRASE);
    await changePassphrase(library, encodePassphrase(PASSPHRASE), encodePassphrase(NEXT), CHEAP);
    expect(await showRecoverySheet(library, NEXT)).toEqual(sheet);
    library.close();
    expect(await failureKind(openLibrary(library.folder, PASSPHRASE))).toBe('wrong-passphrase');
    (await openLibrary(library.folder, NEXT)).close();
    expect(readKeys(library.folder, 'keys-copy.json')).toBe(readKeys(library.folder, 'keys.json'));
  });

  it('changes nothing with a wrong, a weak or a short passphrase', async () => {
    const library = await temporaryLibrary();
    const before = readKeys(library.folder, 'keys.json');
    expect(await failureKind(changePassphrase(library, NEXT, NEXT, CHEAP))).toBe(
      'wrong-passphrase',
    );
    for (const weak of ['password', 'Test', 'Test Test Test', 'qwertyuiop1', '', 'aB3$x']) {
      expect(await failureKind(changePassphrase(library, PASSPHRASE, weak, CHEAP))).toBe(
        'passphrase-too-weak',
      );
    }
    expect(readKeys(library.folder, 'keys.json')).toBe(before);
  });

  it('locks nobody out when somebody else has written the greatest revision there is', async () => {
    const library = await temporaryLibrary();
    const { file } = readKeyFiles(library.folder);
    if (file.check === null) throw new Error('Not of the present format');
    const last = { ...file, check: file.check, revision: Number.MAX_SAFE_INTEGER };
    writeKeyFiles(library.folder, last);
    expect(await failureKind(changePassphrase(library, PASSPHRASE, NEXT, CHEAP))).toBe(
      'library-damaged',
    );
    expect(await unlocked(library.folder)).not.toBe('library-damaged');
    const { groups } = await showRecoverySheet(library, PASSPHRASE);
    library.close();
    const { folder } = library;
    (await openWithRecoveryKey(folder, groups.join(' '), NEXT, ARGON_FLOOR)).close();
    (await openLibrary(folder, NEXT)).close();
  });

  it('gives a new salt and a new nonce', async () => {
    const library = await temporaryLibrary();
    const [before] = readKeyFiles(library.folder).file.slots;
    await changePassphrase(library, PASSPHRASE, PASSPHRASE, CHEAP);
    const [after] = readKeyFiles(library.folder).file.slots;
    expect(after?.id).toBe(before?.id);
    expect(after?.kdf.salt).not.toBe(before?.kdf.salt);
    expect(after?.nonce).not.toBe(before?.nonce);
  });

  it('does not write over keys that were changed or erased while it derived a key', async () => {
    const library = await temporaryLibrary();
    const changeWhile = (meanwhile: () => void) =>
      failureKind(
        changePassphrase(library, PASSPHRASE, NEXT, {
          ...CHEAP,
          onStep: (step) => step === 'slot-made' && meanwhile(),
        }),
      );
    const { file } = readKeyFiles(library.folder);
    const { check } = file;
    if (check === null) throw new Error('Keys are not complete');
    const changed = { ...file, check, revision: file.revision + 1 };
    expect(await changeWhile(() => writeKeyFiles(library.folder, changed))).toBe('library-busy');
    expect(readKeyFiles(library.folder).file).toEqual(changed);

    expect(await changeWhile(() => eraseKeys(library.folder))).toBe('keys-gone');
    expect(await unlocked(library.folder)).toBe('keys-gone');
  });
});

describe('the passphrase of a colleague', { timeout: 120_000 }, () => {
  it('opens the library too, and is told apart by a name that is nowhere on the disk', async () => {
    const library = await temporaryLibrary();
    await addSlot(library, PASSPHRASE, 'Zelmarovitch', NEXT, CHEAP);
    expect(listSlots(library)).toEqual([
      { id: library.slotId, name: '', createdAt: expect.any(String), current: true },
      {
        id: expect.stringMatching(/^[0-9a-f]{16}$/u),
        name: 'Zelmarovitch',
        createdAt: expect.any(String),
        current: false,
      },
    ]);
    library.close();
    for (const file of ['keys.json', 'keys-copy.json', 'library.db']) {
      expect(readFileSync(join(library.folder, file)).includes('Zelmarovitch')).toBe(false);
    }
    const again = await openLibrary(library.folder, NEXT);
    expect(listSlots(again).map(({ name, current }) => [name, current])).toEqual([
      ['', false],
      ['Zelmarovitch', true],
    ]);
    again.close();
    (await openLibrary(library.folder, PASSPHRASE)).close();
  });

  it('is removed with the passphrase of someone who stays', async () => {
    const library = await temporaryLibrary();
    await addSlot(library, PASSPHRASE, 'Olga', NEXT, CHEAP);
    const [own, other] = listSlots(library).map(({ id }) => id);
    const remove = (passphrase: string, id = '') =>
      failureKind(removeSlot(library, passphrase, id));
    expect(await remove(PASSPHRASE, own)).toBe('own-key-slot');
    expect(await remove(NEXT, other)).toBe('own-key-slot');
    expect(await remove(PASSPHRASE, '0123456789abcdef')).toBe('not-found');
    expect(await remove('some other words', other)).toBe('wrong-passphrase');
    expect(await remove(PASSPHRASE, other)).toBe('none');
    expect(listSlots(library).map(({ id }) => id)).toEqual([own]);
    expect(await unlocked(library.folder, NEXT)).toBe('wrong-passphrase');
    expect(library.database.prepare('SELECT name FROM key_slot').pluck().all()).toEqual(['']);
  });

  it('can be changed by its owner, who keeps the name', async () => {
    const library = await temporaryLibrary();
    await addSlot(library, PASSPHRASE, 'Olga', NEXT, CHEAP);
    await changePassphrase(library, NEXT, 'granite teapot sunday violin', CHEAP);
    expect(listSlots(library).map(({ name }) => name)).toEqual(['', 'Olga']);
    expect(await unlocked(library.folder)).toMatch(/^[0-9a-f]{64}$/u);
    expect(await unlocked(library.folder, NEXT)).toBe('wrong-passphrase');
  });

  it('may not be their own name, nor one too many', async () => {
    const library = await temporaryLibrary();
    const add = (name: string, next: string) =>
      failureKind(addSlot(library, PASSPHRASE, name, next, CHEAP));
    expect(await add('Olga Marchenko-Zelman', 'Olga Marchenko-Zelman')).toBe('passphrase-too-weak');
    const { file } = readKeyFiles(library.folder);
    const [slot] = file.slots;
    if (!slot) throw new Error('No slot');
    const slots = Array.from({ length: MOST_SLOTS }, (_, index) => ({
      ...slot,
      id: index.toString(16).padStart(16, '0'),
    }));
    writeKeyFiles(library.folder, { ...file, check: file.check ?? '', slots, revision: 9 });
    expect(await add('Olga', NEXT)).toBe('too-many-key-slots');
  });
});
