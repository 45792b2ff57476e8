import { basename, resolve } from 'node:path';
import { openWithRecoveryKey } from '../../core/library/open-with-recovery-key.ts';
import { LIBRARY_ENDING } from '../../core/library/places.ts';
import { parse, required } from '../arguments.ts';
import { readNewPassphrase, readTypedRecoveryKey } from '../secrets.ts';
import type { Terminal } from '../terminal.ts';

export async function recover(terminal: Terminal, args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, {
    'recovery-key-file': { type: 'string' },
    'new-passphrase-file': { type: 'string' },
  });
  const folder = resolve(required(positionals[0], 'LIB'));
  const t = terminal.words.getFixedT(null, 'cli');
  const typed = await readTypedRecoveryKey(values['recovery-key-file'], t('recovery-key'));
  const passphrase = await readNewPassphrase(terminal, values['new-passphrase-file'], {
    prompt: t('passphrase-new'),
    known: [basename(folder, LIBRARY_ENDING)],
  });
  const library = await openWithRecoveryKey(folder, typed, passphrase);
  const { id, name } = library;
  library.close();
  terminal.result({ id, name }, t('recovered'));
  return 0;
}
