import type { OpenedLibrary } from '../../../shared/domain/library.ts';
import type { Outcome } from '../../../shared/failure.ts';
import { encodePassphrase } from '../../../shared/passphrase/encode-passphrase.ts';
import { call } from '../../api.ts';

/** Names to try when an earlier sample library is still there. */
const MOST_TRIES = 20;

/** Makes a library in the usual place under the first free name: «Sample reports», «Sample reports 2» … */
export async function createSampleLibrary(
  name: string,
  passphrase: string,
): Promise<Outcome<OpenedLibrary>> {
  let outcome: Outcome<OpenedLibrary>;
  let number = 1;
  do {
    const free = number === 1 ? name : `${name} ${number}`;
    outcome = await call('session.create', {
      name: free,
      parent: null,
      passphrase: encodePassphrase(passphrase),
    });
    number += 1;
  } while (!outcome.ok && outcome.failure.kind === 'library-exists' && number <= MOST_TRIES);
  return outcome;
}
