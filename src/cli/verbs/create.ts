import { basename, resolve } from 'node:path';
import { existsSync } from 'node:fs';
import { createLibrary } from '../../core/library/library.ts';
import { LIBRARY_ENDING } from '../../core/library/places.ts';
import { fail } from '../../shared/failure.ts';
import { parse, required } from '../arguments.ts';
import { sheetText } from '../print-sheet.ts';
import { readNewPassphrase } from '../secrets.ts';
import type { Terminal } from '../terminal.ts';
import { warnOfPlace } from '../warn-of-place.ts';

export async function create(terminal: Terminal, args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, { name: { type: 'string' } });
  const folder = resolve(required(positionals[0], 'LIB'));
  if (existsSync(folder)) throw fail({ kind: 'library-exists' });
  warnOfPlace(terminal, folder, 'new');
  const t = terminal.words.getFixedT(null, 'cli');
  const name = values.name ?? basename(folder, LIBRARY_ENDING);
  const passphrase = await readNewPassphrase(terminal, values['passphrase-file'], {
    prompt: t('passphrase'),
    known: [name],
  });
  const { library, sheet } = await createLibrary(folder, name, passphrase);
  const { id } = library;
  library.close();
  terminal.result(
    { id, name, recoverySheet: sheet },
    `${t('created', { name })}\n\n${sheetText(terminal, sheet)}`,
  );
  return 0;
}
