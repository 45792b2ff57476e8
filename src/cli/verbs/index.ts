/** All verbs; each takes its own arguments and answers the exit status. */
import type { Terminal } from '../terminal.ts';
import { backup } from './backup.ts';
import { create } from './create.ts';
import { erase } from './erase.ts';
import { exportVerb } from './export.ts';
import { importVerb } from './import.ts';
import { keys } from './keys.ts';
import { list } from './list.ts';
import { changePassphraseVerb } from './passphrase.ts';
import { recover } from './recover.ts';
import { recoverySheet } from './recovery-sheet.ts';
import { reencrypt } from './reencrypt.ts';
import { rescue } from './rescue.ts';
import { search } from './search.ts';
import { tag } from './tag.ts';
import { text } from './text.ts';
import { verify } from './verify.ts';

export type Verb = (terminal: Terminal, args: readonly string[]) => Promise<number>;

export const verbs: ReadonlyMap<string, Verb> = new Map([
  ['create', create],
  ['import', importVerb],
  ['list', list],
  ['text', text],
  ['search', search],
  ['tag', tag],
  ['export', exportVerb],
  ['verify', verify],
  ['backup', backup],
  ['rescue', rescue],
  ['keys', keys],
  ['passphrase', changePassphraseVerb],
  ['recovery-sheet', recoverySheet],
  ['recover', recover],
  ['reencrypt', reencrypt],
  ['erase', erase],
]);
