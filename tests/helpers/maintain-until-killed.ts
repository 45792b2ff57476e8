/** Run as a process of its own: goes on until a segment is half written, or days are, then dies as by a power cut. */
import { openLibrary } from '../../src/core/library/library.ts';
import { openSearchIndex } from '../../src/core/search/open-search-index.ts';

const [folder = '', passphrase = '', state = ''] = process.argv.slice(2);
const library = await openLibrary(folder, passphrase);
const index = openSearchIndex(library.database);
const reached = library.database.prepare(
  `SELECT 1 FROM search_segment WHERE state = @state
     UNION ALL SELECT 1 FROM search_date WHERE @state = 'days' AND document_id = 3`,
);
while (reached.get({ state }) === undefined) {
  if (!index.maintain(0)) throw new Error('Nothing left to do');
}
process.kill(process.pid, 'SIGKILL');
