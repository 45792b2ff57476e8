/** `keys.json` and its twin: whatever happens to one of them, the other opens the library and mends it. */
import { existsSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readKeyFiles } from '../../../src/core/library/keys/key-files.ts';
import { formatKeysFile, parseKeysFile } from '../../../src/core/library/keys/keys-file.ts';
import { unlockKeys } from '../../../src/core/library/keys/unlock-keys.ts';
import { encodePassphrase } from '../../../src/shared/passphrase/encode-passphrase.ts';
import {
  failureKind,
  keyedFolder,
  readKeys,
  unlocked,
  writeKeys,
} from '../../helpers/keyed-folder.ts';
import { PASSPHRASE } from '../../helpers/temporary-library.ts';

const NAMES = ['keys.json', 'keys-copy.json'] as const;

/** The file as the first release wrote it: no id, no revision, no checksum, no twin. */
function firstFormat(text: string): string {
  const { libraryId, slots } = JSON.parse(text) as { libraryId: string; slots: { id: string }[] };
  const old = slots.map(({ id: _, ...slot }) => slot);
  return JSON.stringify({ format: 'kartoteka-keys', version: 1, libraryId, slots: old }, null, 2);
}

/** With another cost in its only slot, and a checksum that fits. */
function withCost(text: string, cost: object): string {
  const reading = parseKeysFile(text);
  if (reading.kind !== 'valid' || reading.file.check === null) throw new Error('Not a keys file');
  const { file } = reading;
  const slots = file.slots.map((slot) => ({ ...slot, kdf: { ...slot.kdf, ...cost } }));
  return formatKeysFile({ ...file, check: reading.file.check, slots });
}

describe('the two key files', () => {
  it('are alike and hold neither a name nor a date', async () => {
    const { folder, libraryId } = await keyedFolder();
    expect(readdirSync(folder).sort()).toEqual(['keys-copy.json', 'keys.json']);
    expect(readKeys(folder, 'keys-copy.json')).toBe(readKeys(folder, 'keys.json'));
    const { slots, ...rest } = JSON.parse(readKeys(folder, 'keys.json')) as {
      slots: object[];
      [other: string]: unknown;
    };
    expect(Object.keys(rest).sort()).toEqual([
      'check',
      'checksum',
      'format',
      'libraryId',
      'revision',
      'version',
    ]);
    expect(rest).toMatchObject({ libraryId, revision: 1, version: 2 });
    expect(slots.map((slot) => Object.keys(slot))).toEqual([
      ['id', 'kind', 'kdf', 'nonce', 'wrapped'],
    ]);
  });

  it.each(
    NAMES.flatMap((name) => [
      [name, 'is gone', (path: string) => rmSync(path)] as const,
      [name, 'is empty', (path: string) => truncateSync(path, 0)] as const,
      [name, 'is cut', (path: string) => truncateSync(path, 300)] as const,
      [
        name,
        'is something else',
        (path: string) => writeFileSync(path, '{"format":"shopping"}'),
      ] as const,
      [name, 'is huge', (path: string) => writeFileSync(path, ' '.repeat(10_000_000))] as const,
      [name, 'cannot be read', (path: string) => (rmSync(path), mkdirSync(path))] as const,
    ]),
  )('open when %s %s', async (name, _how, damage) => {
    const { folder, dataKey } = await keyedFolder();
    const whole = readKeys(folder, name);
    damage(join(folder, name));
    expect(await unlocked(folder)).toBe(dataKey);
    if (_how !== 'cannot be read') expect(readKeys(folder, name)).toBe(whole);
  });

  it('are left as they are by a wrong passphrase', async () => {
    const { folder } = await keyedFolder();
    writeKeys(folder, 'keys.json', 'x');
    expect(await unlocked(folder, 'not the passphrase')).toBe('wrong-passphrase');
    expect(readKeys(folder, 'keys.json')).toBe('x');
  });

  it('count by their revision, whichever it is that is newer', async () => {
    for (const newer of NAMES) {
      const { folder, dataKey } = await keyedFolder();
      const reading = parseKeysFile(readKeys(folder, newer));
      if (reading.kind !== 'valid' || reading.file.check === null)
        throw new Error('Not a keys file');
      const next = { ...reading.file, check: reading.file.check, revision: 7 };
      writeKeys(folder, newer, formatKeysFile(next));
      expect(readKeyFiles(folder).file.revision).toBe(7);
      expect(await unlocked(folder)).toBe(dataKey);
      expect(readKeys(folder, 'keys-copy.json')).toBe(readKeys(folder, 'keys.json'));
    }
  });

  it('survive any single flipped bit, and a flipped bit in both is damage, never a wrong passphrase', async () => {
    const { folder } = await keyedFolder();
    const whole = Buffer.from(readKeys(folder, 'keys.json'));
    for (let bit = 0; bit < whole.length * 8; bit += 1) {
      const flipped = Buffer.from(whole);
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      const reading = parseKeysFile(flipped.toString('utf8'));
      // A flip in the white space, or in the case of a digit that has none, may leave the same meaning.
      if (reading.kind === 'valid') expect(reading).toEqual(parseKeysFile(whole.toString('utf8')));
    }
    const flipped = readKeys(folder, 'keys.json').replace(
      /"salt": "./u,
      (start) => start.slice(0, -1) + (start.endsWith('A') ? 'B' : 'A'),
    );
    writeKeys(folder, 'keys.json', flipped);
    writeKeys(folder, 'keys-copy.json', flipped);
    expect(await unlocked(folder)).toBe('library-damaged');
  });

  it.each([
    ['too much memory', { memoryKiB: 2 * 1024 * 1024 }],
    ['too many passes', { passes: 21 }],
    ['too many lanes', { lanes: 17 }],
    ['too little memory', { memoryKiB: 32 * 1024 }],
    ['too few passes', { passes: 2 }],
    ['half a pass', { passes: 3.5 }],
    ['another function', { name: 'argon2d' }],
    ['a short salt', { salt: 'AAAA' }],
  ])('are refused with %s, also with a checksum that fits', async (_what, cost) => {
    const { folder } = await keyedFolder();
    const text = withCost(readKeys(folder, 'keys.json'), cost);
    for (const name of NAMES) writeKeys(folder, name, text);
    expect(await unlocked(folder)).toBe('library-damaged');
  });

  it('do not open with a cost that was exchanged for a cheaper one', async () => {
    const { folder } = await keyedFolder();
    const text = withCost(readKeys(folder, 'keys.json'), { passes: 4 });
    for (const name of NAMES) writeKeys(folder, name, text);
    expect(await unlocked(folder)).toBe('wrong-passphrase');
  });

  it('are gone when both are gone, damaged when one is left in pieces, newer when a later program wrote them', async () => {
    const { folder } = await keyedFolder();
    const whole = readKeys(folder, 'keys.json');
    rmSync(join(folder, 'keys.json'));
    writeKeys(folder, 'keys-copy.json', whole.slice(0, 100));
    expect(await unlocked(folder)).toBe('library-damaged');
    writeKeys(folder, 'keys-copy.json', whole.replace('"version": 2', '"version": 3'));
    expect(await unlocked(folder)).toBe('library-newer');
    rmSync(join(folder, 'keys-copy.json'));
    expect(await unlocked(folder)).toBe('keys-gone');
    rmSync(folder, { recursive: true });
    expect(await unlocked(folder)).toBe('keys-gone');
  });
});

describe('keys of the first release', () => {
  it('open, and get a revision, ids and a twin', async () => {
    const { folder, dataKey } = await keyedFolder();
    writeKeys(folder, 'keys.json', firstFormat(readKeys(folder, 'keys.json')));
    rmSync(join(folder, 'keys-copy.json'));
    expect(await unlocked(folder, 'not the passphrase')).toBe('wrong-passphrase');
    expect(existsSync(join(folder, 'keys-copy.json'))).toBe(false);

    expect(await unlocked(folder)).toBe(dataKey);
    expect(readKeys(folder, 'keys-copy.json')).toBe(readKeys(folder, 'keys.json'));
    const { file, needsMending } = readKeyFiles(folder);
    expect(needsMending).toBe(false);
    expect(file).toMatchObject({ revision: 1, check: expect.any(String) });
    const [slot] = file.slots;
    expect((await unlockKeys(folder, PASSPHRASE)).slotId).toBe(slot?.id);
    expect(await unlocked(folder)).toBe(dataKey);
  });

  it('are refused when a field is empty', async () => {
    for (const field of ['nonce', 'wrapped']) {
      const { folder } = await keyedFolder();
      const old = JSON.parse(firstFormat(readKeys(folder, 'keys.json')));
      for (const slot of old.slots) slot[field] = '';
      for (const name of NAMES) writeKeys(folder, name, JSON.stringify(old));
      expect(await failureKind(unlockKeys(folder, PASSPHRASE))).toBe('library-damaged');
    }
  });
});

describe('a passphrase', () => {
  it('opens in whatever Unicode form it is typed, as a string or as bytes', async () => {
    const { folder, dataKey } = await keyedFolder();
    expect(
      (await unlockKeys(folder, encodePassphrase(PASSPHRASE))).keys.database.toString('hex'),
    ).toBe(dataKey);
    expect(encodePassphrase('é ﬁ ①')).toEqual(encodePassphrase('e\u0301 fi 1'));
  });

  it('given as bytes is left to whoever gave it', async () => {
    const { folder } = await keyedFolder();
    const bytes = encodePassphrase(PASSPHRASE);
    await unlockKeys(folder, bytes);
    expect(bytes).toEqual(encodePassphrase(PASSPHRASE));
  });
});

it('forgotten keys are overwritten', async () => {
  const { folder } = await keyedFolder();
  const { keys } = await unlockKeys(folder, PASSPHRASE);
  keys.forget();
  expect(keys.database.equals(Buffer.alloc(32))).toBe(true);
  expect(keys.originals.equals(Buffer.alloc(32))).toBe(true);
});
