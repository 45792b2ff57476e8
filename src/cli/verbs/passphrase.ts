import { changePassphrase } from '../../core/library/keys/change-slots.ts';
import { parse, required } from '../arguments.ts';
import { readNewPassphrase, readPassphrase } from '../secrets.ts';
import type { Terminal } from '../terminal.ts';
import { withOpenLibrary } from '../with-library.ts';

export async function changePassphraseVerb(
  terminal: Terminal,
  args: readonly string[],
): Promise<number> {
  const { values, positionals } = parse(args, { 'new-passphrase-file': { type: 'string' } });
  const folder = required(positionals[0], 'LIB');
  const t = terminal.words.getFixedT(null, 'cli');
  const passphrase = await readPassphrase(values['passphrase-file'], t('passphrase'));
  return withOpenLibrary(folder, passphrase, async (library) => {
    const next = await readNewPassphrase(terminal, values['new-passphrase-file'], {
      prompt: t('passphrase-new'),
      known: [library.name],
    });
    await changePassphrase(library, passphrase, next);
    terminal.result({ changed: true }, t('passphrase-changed'));
    return 0;
  });
}
