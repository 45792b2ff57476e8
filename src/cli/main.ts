/** Kartoteka on the command line: the same core, no Electron. See the user guide, «Command line». */
import { failureOf } from '../shared/failure.ts';
import { createI18n, failureText } from '../shared/i18n/index.ts';
import { createTerminal, type Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { verbs } from './verbs/index.ts';

/** Exit status, also in the usage text. */
const FAILURE = 1;
const WRONG_USE = 2;

async function main(argv: readonly string[]): Promise<number> {
  const words = createI18n();
  const terminal = createTerminal(words, argv.includes('--json'));
  const [verb, ...rest] = argv[0] === '--json' ? argv.slice(1).concat('--json') : argv;
  try {
    if (verb === undefined || verb === 'help' || argv.includes('--help')) {
      const usage = words.t('usage', { ns: 'cli' });
      terminal.result({ usage }, usage);
      return verb === undefined ? WRONG_USE : 0;
    }
    const run = verbs.get(verb);
    if (!run) throw new UsageError('unknown-verb', { verb });
    return await run(terminal, rest);
  } catch (error) {
    return report(terminal, error);
  }
}

function report(terminal: Terminal, error: unknown): number {
  if (error instanceof UsageError) {
    terminal.error('usage', terminal.words.t(error.key, { ns: 'cli', ...error.values }));
    return WRONG_USE;
  }
  const failure = failureOf(error);
  terminal.error(failure.kind, failureText(terminal.words, failure));
  return FAILURE;
}

process.exitCode = await main(process.argv.slice(2));
