/** Quick erase leaves nothing that a passphrase could open. */
import { copyFileSync, linkSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eraseKeys } from '../../../src/core/library/keys/erase-keys.ts';
import { readKeyFiles } from '../../../src/core/library/keys/key-files.ts';
import { unlockKeys } from '../../../src/core/library/keys/unlock-keys.ts';
import { openLibrary } from '../../../src/core/library/library.ts';
import { failureKind } from '../../helpers/keyed-folder.ts';
import { PASSPHRASE, temporaryFolder, temporaryLibrary } from '../../helpers/temporary-library.ts';

describe('quick erase', () => {
  it('leaves no wrapped key in the folder, not even of writes that were cut short', async () => {
    const library = await temporaryLibrary();
    library.close();
    const { folder } = library;
    const secrets = readKeyFiles(folder).file.slots.flatMap(({ wrapped, kdf }) => [
      wrapped,
      kdf.salt,
    ]);
    for (const name of ['keys.json', 'keys-copy.json']) {
      copyFileSync(join(folder, name), join(folder, `${name}.new`));
    }
    const found = (): string[] =>
      readdirSync(folder).filter((name) =>
        secrets.some((secret) => readFileSync(join(folder, name)).includes(secret)),
      );
    expect(found()).toHaveLength(4);
    eraseKeys(folder);
    expect(found()).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(['in-use.lock', 'library.db', 'originals.db']);
    expect(await failureKind(openLibrary(folder, PASSPHRASE))).toBe('keys-gone');
  });

  it('overwrites before it removes', async () => {
    const library = await temporaryLibrary();
    library.close();
    // A second name of the same bytes on the disk shows what became of them.
    const witness = join(temporaryFolder(), 'witness');
    linkSync(join(library.folder, 'keys.json'), witness);
    const before = readFileSync(witness);
    eraseKeys(library.folder);
    const after = readFileSync(witness);
    expect(after).toHaveLength(before.length);
    expect(after.includes('wrapped')).toBe(false);
  });

  it('works when the databases are gone: copies of them may be elsewhere', async () => {
    const library = await temporaryLibrary();
    library.close();
    for (const file of ['library.db', 'originals.db']) rmSync(join(library.folder, file));
    eraseKeys(library.folder);
    expect(readdirSync(library.folder)).toEqual(['in-use.lock']);
  });

  it('is not undone by a passphrase that is being tried meanwhile', async () => {
    const library = await temporaryLibrary();
    library.close();
    rmSync(join(library.folder, 'keys-copy.json'));
    const unlocking = unlockKeys(library.folder, PASSPHRASE);
    eraseKeys(library.folder);
    (await unlocking).keys.forget();
    expect(readdirSync(library.folder).filter((name) => name.startsWith('keys'))).toEqual([]);
  });

  it('works while the library is open, twice, and only on a library', async () => {
    const library = await temporaryLibrary();
    eraseKeys(library.folder);
    eraseKeys(library.folder);
    library.close();
    expect(await failureKind(openLibrary(library.folder, PASSPHRASE))).toBe('keys-gone');

    const folder = temporaryFolder();
    writeFileSync(join(folder, 'keys.json'), 'of something else');
    expect(() => eraseKeys(folder)).toThrow();
    expect(readFileSync(join(folder, 'keys.json'), 'utf8')).toBe('of something else');
  });
});
