import type { LibrarySummary } from '../../../shared/domain/library.ts';
import type { Outcome } from '../../../shared/failure.ts';
import { call } from '../../api.ts';

/** Names to try when an earlier sample library is still there. */
const MOST_TRIES = 20;

/** Makes a library in the usual place under the first free name: «Sample reports», «Sample reports 2» … */
export async function createSampleLibrary(
  name: string,
  passphrase: string,
): Promise<Outcome<LibrarySummary>> {
  let outcome: Outcome<LibrarySummary>;
  let number = 1;
  do {
    const free = number === 1 ? name : `${name} ${number}`;
    outcome = await call('session.create', { name: free, parent: null, passphrase });
    number += 1;
  } while (!outcome.ok && outcome.failure.kind === 'library-exists' && number <= MOST_TRIES);
  return outcome;
}
