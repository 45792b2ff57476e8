/** The passphrases of the open library, its recovery sheet and its key. */
import { fail } from '../../shared/failure.ts';
import type { Handler } from './handler.ts';

const soon = (): never => {
  throw fail({ kind: 'library-busy' });
};

export const keysHandlers: {
  'keys.slots': Handler<'keys.slots'>;
  'keys.change-passphrase': Handler<'keys.change-passphrase'>;
  'keys.add-slot': Handler<'keys.add-slot'>;
  'keys.remove-slot': Handler<'keys.remove-slot'>;
  'keys.recovery-sheet': Handler<'keys.recovery-sheet'>;
  'keys.confirm-sheet': Handler<'keys.confirm-sheet'>;
  'keys.reencrypt': Handler<'keys.reencrypt'>;
} = {
  'keys.slots': soon,
  'keys.change-passphrase': soon,
  'keys.add-slot': soon,
  'keys.remove-slot': soon,
  'keys.recovery-sheet': soon,
  'keys.confirm-sheet': soon,
  'keys.reencrypt': soon,
};
