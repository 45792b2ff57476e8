import { resolve } from 'node:path';
import { eraseKeys } from '../../core/library/keys/erase-keys.ts';
import { isLibraryFolder, placeAt } from '../../core/library/places.ts';
import { fail } from '../../shared/failure.ts';
import { parse, required } from '../arguments.ts';
import { askShown } from '../secrets.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

/** Asks for no passphrase: whoever must be quick may not have the time, and the files can be deleted without it, too. */
export async function erase(terminal: Terminal, args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, { confirm: { type: 'string' } });
  const folder = resolve(required(positionals[0], 'LIB'));
  if (!isLibraryFolder(folder)) throw fail({ kind: 'library-missing' });
  const t = terminal.words.getFixedT(null, 'cli');
  const name = placeAt(folder).folderName;
  const typed = values.confirm ?? (await askShown(t('erase-question', { name })));
  if (typed.trim() !== name) throw new UsageError('erase-not-confirmed');
  eraseKeys(folder);
  terminal.result({ erased: true }, t('erased'));
  return 0;
}
