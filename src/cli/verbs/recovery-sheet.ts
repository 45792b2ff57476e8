import { showRecoverySheet } from '../../core/library/keys/recovery-sheet.ts';
import { parse, required } from '../arguments.ts';
import { sheetText } from '../print-sheet.ts';
import { readPassphrase } from '../secrets.ts';
import type { Terminal } from '../terminal.ts';
import { withOpenLibrary } from '../with-library.ts';

export async function recoverySheet(terminal: Terminal, args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, {});
  const folder = required(positionals[0], 'LIB');
  const prompt = terminal.words.t('passphrase', { ns: 'cli' });
  const passphrase = await readPassphrase(values['passphrase-file'], prompt);
  return withOpenLibrary(folder, passphrase, async (library) => {
    const sheet = await showRecoverySheet(library, passphrase);
    terminal.result(sheet, sheetText(terminal, sheet));
    return 0;
  });
}
