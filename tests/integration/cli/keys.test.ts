/** The verbs about keys, as a person would use them: sheet on paper, passphrase forgotten, keys erased. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RecoverySheet } from '../../../src/shared/domain/keys.ts';
import { createCli, runCli, type CliRun } from '../../helpers/run-cli.ts';
import { newLibrary, temporaryFolder } from '../../helpers/temporary-library.ts';

const NEXT = 'copper meadow whistle twelve';

interface Bench {
  readonly folder: string;
  readonly library: string;
  readonly cli: ReturnType<typeof createCli>;
  /** A file with a secret in it. */
  readonly secret: (name: string, text: string) => string;
}

async function bench(): Promise<Bench> {
  const folder = temporaryFolder();
  const library = join(folder, 'Work.kartoteka');
  (await newLibrary(library, 'Work')).close();
  return {
    folder,
    library,
    cli: createCli(folder),
    secret(name, text) {
      const file = join(folder, name);
      writeFileSync(file, text, { mode: 0o600 });
      return file;
    },
  };
}

function errorOf({ status, stderr }: CliRun): [number | null, string] {
  return [status, String(JSON.parse(stderr).error)];
}

describe('on the command line', { timeout: 300_000 }, () => {
  it('a new library comes with its recovery sheet, to be printed', async () => {
    const folder = temporaryFolder();
    const cli = createCli(folder);
    const library = join(folder, 'New.kartoteka');
    const created = await cli('create', library);
    expect(created.status).toBe(0);
    const sheet = created.objects[0]?.['recoverySheet'] as RecoverySheet;
    expect(sheet.groups).toHaveLength(14);
    expect((await cli('recovery-sheet', library)).objects).toEqual([sheet]);

    const printed = await runCli([
      'recovery-sheet',
      library,
      '--passphrase-file',
      join(folder, 'passphrase.txt'),
    ]);
    for (const [index, group] of sheet.groups.entries()) {
      expect(printed.stdout).toContain(`${index + 1} ${group}`);
    }
    for (const { file, key } of sheet.files) {
      expect(printed.stdout).toContain(`sqlcipher ${file}`);
      expect(printed.stdout).toContain(`PRAGMA key = "x'${key}'";`);
    }
    expect(printed.stdout).toContain(sheet.libraryId);
  });

  it('a weak passphrase makes no library', async () => {
    const folder = temporaryFolder();
    for (const weak of ['short', 'password password', 'Orvel Orvel Orvel']) {
      const library = join(folder, 'Orvel.kartoteka');
      expect(errorOf(await createCli(folder, weak)('create', library))).toEqual([
        1,
        'passphrase-too-weak',
      ]);
      expect(existsSync(library)).toBe(false);
    }
  });

  it('the passphrase is changed, a colleague added and removed', async () => {
    const { library, cli, secret } = await bench();
    const next = secret('next', NEXT);
    const added = await cli('keys', library, '--add', 'Olga', '--new-passphrase-file', next);
    expect(added.objects).toMatchObject([
      { name: '', current: true },
      { name: 'Olga', current: false },
    ]);
    const [own, olga] = added.objects.map(({ id }) => String(id));
    expect(errorOf(await cli('keys', library, '--remove', own ?? ''))).toEqual([1, 'own-key-slot']);
    expect((await cli('keys', library, '--remove', olga ?? '')).objects).toMatchObject([
      { id: own },
    ]);

    const weak = secret('weak', 'password');
    expect(errorOf(await cli('passphrase', library, '--new-passphrase-file', weak))).toEqual([
      1,
      'passphrase-too-weak',
    ]);
    expect((await cli('passphrase', library, '--new-passphrase-file', next)).status).toBe(0);
    expect(errorOf(await cli('keys', library))).toEqual([1, 'wrong-passphrase']);
    expect(
      (await runCli(['keys', library, '--passphrase-file', next, '--json'])).objects,
    ).toHaveLength(1);
  });

  it('erased keys leave the recovery sheet as the only way, and it is a way', async () => {
    const { folder, library, cli, secret } = await bench();
    const [sheet] = (await cli('recovery-sheet', library)).objects as unknown as RecoverySheet[];
    const groups = sheet?.groups ?? [];
    expect(errorOf(await cli('erase', library, '--confirm', 'work'))).toEqual([2, 'usage']);
    expect(errorOf(await cli('erase', library))).toEqual([2, 'usage']);
    expect(errorOf(await cli('erase', folder, '--confirm', 'Work'))).toEqual([
      1,
      'library-missing',
    ]);
    expect((await cli('list', library)).status).toBe(0);
    expect((await cli('erase', library, '--confirm', 'Work')).status).toBe(0);
    expect(errorOf(await cli('list', library))).toEqual([1, 'keys-gone']);

    const next = secret('next', NEXT);
    const recover = (typed: readonly string[]) =>
      cli(
        'recover',
        library,
        '--recovery-key-file',
        secret('typed', typed.join('\n')),
        '--new-passphrase-file',
        next,
      );
    const mistyped = await recover(
      groups.with(
        4,
        (groups[4] ?? '').replace(/./u, (one) => (one === '7' ? '8' : '7')),
      ),
    );
    expect(errorOf(mistyped)).toEqual([1, 'recovery-key-mistyped']);
    expect(JSON.parse(mistyped.stderr).message).toContain('Group 5');
    expect((await recover(groups)).objects).toEqual([{ id: sheet?.libraryId, name: 'Work' }]);
    expect(
      (await runCli(['verify', library, '--passphrase-file', next, '--json'])).objects,
    ).toMatchObject([{ ok: true }]);
  });

  it('everything is encrypted anew, and the sheet is another', async () => {
    const { folder, library, cli } = await bench();
    const report = join(folder, 'a.txt');
    writeFileSync(report, 'The ferry to Orvel Bay was stopped at dawn.');
    await cli('import', library, report);
    const [before] = (await cli('recovery-sheet', library)).objects as unknown as RecoverySheet[];
    const [after] = (await cli('reencrypt', library)).objects as unknown as RecoverySheet[];
    expect(after?.libraryId).toBe(before?.libraryId);
    expect(after?.groups).not.toEqual(before?.groups);
    expect((await cli('recovery-sheet', library)).objects).toEqual([after]);
    expect((await cli('verify', library)).objects).toMatchObject([{ ok: true, documents: 1 }]);
    expect((await cli('search', library, 'ferry')).objects).toMatchObject([{ total: 1 }]);
  });

  it.each([
    ['keys', 'x', '--add', 'Olga', '--remove', '0123456789abcdef'],
    ['passphrase'],
    ['recover'],
    ['erase'],
  ])('%s is refused when it cannot mean anything', async (verb, ...args) => {
    expect(errorOf(await createCli(temporaryFolder())(verb, ...args))).toEqual([2, 'usage']);
  });
});
