import { resolve } from 'node:path';
import { backupLibrary } from '../../core/library/backup/backup-library.ts';
import { parse, required } from '../arguments.ts';
import type { Terminal } from '../terminal.ts';
import { withLibrary } from '../with-library.ts';

export async function backup(terminal: Terminal, args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, { out: { type: 'string' } });
  const folder = required(positionals[0], 'LIB');
  const target = resolve(required(values.out, '--out'));
  return withLibrary(terminal, folder, values['passphrase-file'], async ({ library }) => {
    const report = await backupLibrary(library, target);
    const { documents, passages, originals } = report;
    terminal.result(
      report,
      terminal.words.t('backed-up', { ns: 'cli', documents, passages, originals }),
    );
    return 0;
  });
}
