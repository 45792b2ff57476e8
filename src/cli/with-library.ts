/** Opens the library a verb works on and closes it whatever happens. */
import { resolve } from 'node:path';
import { openLibrary, type OpenLibrary } from '../core/library/library.ts';
import { openSearchIndex } from '../core/search/open-search-index.ts';
import type { SearchIndex } from '../core/search/search-index.ts';
import { fail } from '../shared/failure.ts';
import { existsSync } from 'node:fs';
import { readPassphrase } from './passphrase.ts';
import type { Terminal } from './terminal.ts';

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
  const path = resolve(folder);
  if (!existsSync(path)) throw fail({ kind: 'library-missing' });
  const prompt = terminal.words.t('passphrase', { ns: 'cli' });
  const library = await openLibrary(path, await readPassphrase(passphraseFile, prompt));
  try {
    return await work({ library, search: openSearchIndex(library.database) });
  } finally {
    library.close();
  }
}
