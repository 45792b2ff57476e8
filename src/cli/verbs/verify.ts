import { verifyLibrary } from '../../core/library/verify-library.ts';
import { parse, required } from '../arguments.ts';
import type { Terminal } from '../terminal.ts';
import { withLibrary } from '../with-library.ts';

export async function verify(terminal: Terminal, args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, {});
  const folder = required(positionals[0], 'LIB');
  return withLibrary(terminal, folder, values['passphrase-file'], ({ library, search }) => {
    const report = verifyLibrary(library, search);
    const t = terminal.words.getFixedT(null, 'cli');
    const { problems, ...counts } = report;
    const text =
      problems.length === 0
        ? t('verify-ok', { ...counts })
        : [
            t('verify-problems', { count: problems.length }),
            ...problems.map((problem) => `- ${t(`problem.${problem.kind}`, { ...problem })}`),
          ].join('\n');
    terminal.result({ ok: problems.length === 0, ...report }, text);
    return problems.length === 0 ? 0 : 1;
  });
}
