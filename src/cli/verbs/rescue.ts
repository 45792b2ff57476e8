import { basename, resolve } from 'node:path';
import { existsSync } from 'node:fs';
import { LIBRARY_ENDING } from '../../core/library/places.ts';
import { rescueLibrary } from '../../core/library/rescue/rescue-library.ts';
import type { RescueSecret } from '../../core/library/rescue/unlock-damaged.ts';
import { RESCUED_NOUNS, type RescueReport } from '../../shared/domain/rescue.ts';
import { fail } from '../../shared/failure.ts';
import { openSearchIndex } from '../../core/search/open-search-index.ts';
import { parse, required } from '../arguments.ts';
import { readNewPassphrase, readPassphrase, readTypedRecoveryKey } from '../secrets.ts';
import type { Terminal } from '../terminal.ts';
import { withOpenLibrary } from '../with-library.ts';

/** Something was lost, or is to be looked at. */
const NOT_ALL = 3;
/** Of one slice of indexing. */
const INDEX_MS = 1_000;

export async function rescue(terminal: Terminal, args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, {
    out: { type: 'string' },
    'recovery-key': { type: 'boolean' },
    'recovery-key-file': { type: 'string' },
    'new-passphrase-file': { type: 'string' },
  });
  const folder = resolve(required(positionals[0], 'LIB'));
  const target = resolve(required(values.out, '--out'));
  if (!existsSync(folder)) throw fail({ kind: 'library-missing' });
  if (existsSync(target)) throw fail({ kind: 'library-exists' });
  const t = terminal.words.getFixedT(null, 'cli');
  const secret = await readSecret(terminal, folder, {
    byKey: values['recovery-key'] === true || values['recovery-key-file'] !== undefined,
    keyFile: values['recovery-key-file'],
    passphraseFile: values['passphrase-file'],
    newPassphraseFile: values['new-passphrase-file'],
  });
  const report = await rescueLibrary(folder, target, secret, {
    name: basename(target, LIBRARY_ENDING),
    nameOf: (noun, id) => terminal.words.t(`stand-in-${noun}`, { ns: 'rescue', id }),
  });
  await indexPages(target, secret);
  terminal.result(report, [t('rescued'), ...lines(terminal, report)].join('\n'));
  return isWhole(report) ? 0 : NOT_ALL;
}

/** The interface does this in idle moments. */
function indexPages(folder: string, secret: RescueSecret): Promise<void> {
  const passphrase = secret.kind === 'passphrase' ? secret.passphrase : secret.newPassphrase;
  return withOpenLibrary(folder, passphrase, ({ database }) => {
    const search = openSearchIndex(database);
    while (search.maintain(INDEX_MS));
  });
}

async function readSecret(
  terminal: Terminal,
  folder: string,
  given: {
    readonly byKey: boolean;
    readonly keyFile: string | undefined;
    readonly passphraseFile: string | undefined;
    readonly newPassphraseFile: string | undefined;
  },
): Promise<RescueSecret> {
  const t = terminal.words.getFixedT(null, 'cli');
  if (!given.byKey) {
    const passphrase = await readPassphrase(given.passphraseFile, t('passphrase'));
    return { kind: 'passphrase', passphrase };
  }
  return {
    kind: 'recovery-key',
    recoveryKey: await readTypedRecoveryKey(given.keyFile, t('recovery-key')),
    newPassphrase: await readNewPassphrase(terminal, given.newPassphraseFile, {
      prompt: t('passphrase-new'),
      known: [basename(folder, LIBRARY_ENDING)],
    }),
  };
}

function lines({ words }: Terminal, { counts, damagedPages, pages }: RescueReport): string[] {
  const t = words.getFixedT(null, 'rescue');
  return [
    t('pages', { damaged: damagedPages, count: pages }),
    ...RESCUED_NOUNS.map((noun) => `- ${t(`noun-${noun}`)}: ${t('counts', { ...counts[noun] })}`),
  ];
}

function isWhole({ counts }: RescueReport): boolean {
  return Object.values(counts).every(({ doubtful, lost }) => doubtful === 0 && lost === 0);
}
