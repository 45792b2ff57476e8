/** `node creator.ts FOLDER PASSPHRASE`: makes a library, says so, and closes it. */
import { writeSync } from 'node:fs';
import { ARGON_FLOOR } from '../../../src/core/library/keys/argon-cost.ts';
import { createLibrary } from '../../../src/core/library/library.ts';

const [folder = '', passphrase = ''] = process.argv.slice(2);
const { library } = await createLibrary(folder, 'Test', passphrase, ARGON_FLOOR);
writeSync(1, 'made\n');
library.close();
