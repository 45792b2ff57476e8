import { basename, resolve } from 'node:path';
import { existsSync } from 'node:fs';
import { createLibrary } from '../../core/library/library.ts';
import { LIBRARY_ENDING } from '../../core/library/places.ts';
import { fail } from '../../shared/failure.ts';
import { MINIMUM_PASSPHRASE } from '../../shared/domain/library.ts';
import { parse, required } from '../arguments.ts';
import { readPassphrase } from '../passphrase.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

export async function create(terminal: Terminal, args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, { name: { type: 'string' } });
  const folder = resolve(required(positionals[0], 'LIB'));
  if (existsSync(folder)) throw fail({ kind: 'library-exists' });
  const passphrase = await newPassphrase(terminal, values['passphrase-file']);
  const library = await createLibrary(
    folder,
    values.name ?? basename(folder, LIBRARY_ENDING),
    passphrase,
  );
  const { id, name } = library;
  library.close();
  terminal.result({ id, name }, terminal.words.t('created', { ns: 'cli', name }));
  return 0;
}

async function newPassphrase(terminal: Terminal, file: string | undefined): Promise<string> {
  const t = terminal.words.getFixedT(null, 'cli');
  const passphrase = await readPassphrase(file, t('passphrase'));
  if (passphrase.length < MINIMUM_PASSPHRASE) {
    throw new UsageError('passphrase-too-short', { count: MINIMUM_PASSPHRASE });
  }
  if (
    file === undefined &&
    (await readPassphrase(undefined, t('passphrase-again'))) !== passphrase
  ) {
    throw new UsageError('passphrases-differ');
  }
  return passphrase;
}
