/**
 * A process of its own, as the library process of the program is one: how long the first answer of a library takes that was
 * just opened (the code is loaded: the program's is one bundle, here it is many files), and how much memory the process
 * has after answering everything. Prints one JSON object; without arguments it only loads the code.
 */
import { readFileSync } from 'node:fs';
import { openLibrary } from '../src/core/library/library.ts';
import { openSearchIndex } from '../src/core/search/open-search-index.ts';
import { PASSPHRASE } from './search-library.ts';

const [folder, queryFile] = process.argv.slice(2);
if (folder !== undefined && queryFile !== undefined) {
  console.log(JSON.stringify(await measure(folder, queryFile)));
}

async function measure(
  folder: string,
  queryFile: string,
): Promise<{ coldStartMs: number; rssMb: number }> {
  const queries = JSON.parse(readFileSync(queryFile, 'utf8')) as string[];
  const library = await openLibrary(folder, PASSPHRASE);
  const start = performance.now();
  const index = openSearchIndex(library.database);
  index.search(queries[0] ?? '', { limit: 50 });
  const coldStartMs = performance.now() - start;

  for (const query of queries) index.search(query, { limit: 50 });
  const rssMb = process.memoryUsage.rss() / 1e6;
  library.close();
  return { coldStartMs, rssMb };
}
