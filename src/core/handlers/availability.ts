/** Whether a library can be asked: not while it is encrypted anew, and not after that. */
import { assertNever } from '../../shared/assert-never.ts';
import { fail } from '../../shared/failure.ts';
import type { OpenLibrary } from '../library/library.ts';

/** What the interface needs to go on showing while the library is encrypted anew; none of it writes. */
const WHILE_FROZEN: ReadonlySet<string> = new Set(['job.list', 'settings.get', 'library.summary']);

/** @throws FailureError `library-busy`, `library-locked`. */
export function requireAvailable(library: OpenLibrary, channel: string): void {
  const state = library.state();
  switch (state) {
    case 'open':
      return;
    case 'frozen':
      if (WHILE_FROZEN.has(channel)) return;
      throw fail({ kind: 'library-busy' });
    case 'closed':
      throw fail({ kind: 'library-locked' });
    default:
      assertNever(state);
  }
}
