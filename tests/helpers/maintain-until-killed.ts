/** Run as a process of its own: does some steps of maintenance, then dies as by a power cut. */
import { openLibrary } from '../../src/core/library/library.ts';
import { openSearchIndex } from '../../src/core/search/open-search-index.ts';

const [folder = '', passphrase = '', steps = '1'] = process.argv.slice(2);
const library = await openLibrary(folder, passphrase);
const index = openSearchIndex(library.database);
for (let step = 0; step < Number(steps); step += 1) index.maintain(0);
process.kill(process.pid, 'SIGKILL');
