import { reencryptLibrary } from '../../core/library/reencrypt/reencrypt-library.ts';
import { parse, required } from '../arguments.ts';
import { sheetText } from '../print-sheet.ts';
import { readPassphrase } from '../secrets.ts';
import type { Terminal } from '../terminal.ts';
import { withOpenLibrary } from '../with-library.ts';

export async function reencrypt(terminal: Terminal, args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, {});
  const folder = required(positionals[0], 'LIB');
  const t = terminal.words.getFixedT(null, 'cli');
  const passphrase = await readPassphrase(values['passphrase-file'], t('passphrase'));
  return withOpenLibrary(folder, passphrase, async (library) => {
    const sheet = await reencryptLibrary(library, passphrase);
    terminal.result(sheet, `${t('reencrypted')}\n\n${sheetText(terminal, sheet)}`);
    return 0;
  });
}
