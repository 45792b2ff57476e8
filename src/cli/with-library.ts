/** Opens the library a verb works on and closes it whatever happens. */
import { resolve } from 'node:path';
import type { Passphrase } from '../core/library/keys/passphrase.ts';
import { openLibrary, type OpenLibrary } from '../core/library/library.ts';
import { openSearchIndex } from '../core/search/open-search-index.ts';
import type { SearchIndex } from '../core/search/search-index.ts';
import { fail } from '../shared/failure.ts';
import { existsSync } from 'node:fs';
import { readPassphrase } from './secrets.ts';
import type { Terminal } from './terminal.ts';
import { warnOfPlace } from './warn-of-place.ts';

export interface LibraryAtHand {
  readonly library: OpenLibrary;
  readonly search: SearchIndex;
}

export async function withLibrary<T>(
  terminal: Terminal,
  folder: string,
  passphraseFile: string | undefined,
  work: (at: LibraryAtHand) => T | Promise<T>,
): Promise<T> {
  requireFolder(folder);
  warnOfPlace(terminal, resolve(folder), 'there');
  const prompt = terminal.words.t('passphrase', { ns: 'cli' });
  const passphrase = await readPassphrase(passphraseFile, prompt);
  return withOpenLibrary(folder, passphrase, async (library) => {
    const search = openSearchIndex(library.database);
    const done = await work({ library, search });
    if (!library.access.readOnly) search.purgeDeleted(Number.POSITIVE_INFINITY);
    return done;
  });
}

/** For verbs that need the passphrase themselves. */
export async function withOpenLibrary<T>(
  folder: string,
  passphrase: Passphrase,
  work: (library: OpenLibrary) => T | Promise<T>,
): Promise<T> {
  requireFolder(folder);
  const library = await openLibrary(resolve(folder), passphrase);
  try {
    return await work(library);
  } finally {
    library.close();
  }
}

function requireFolder(folder: string): void {
  if (!existsSync(resolve(folder))) throw fail({ kind: 'library-missing' });
}
