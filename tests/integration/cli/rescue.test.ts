import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { flipBit, PAGE, zeroPage } from '../../helpers/damage.ts';
import { createCli } from '../../helpers/run-cli.ts';
import { temporaryFolder } from '../../helpers/temporary-library.ts';
import { fingerprint } from '../../helpers/whole-library.ts';

it(
  'backs up a library, and rescues a damaged one without changing it',
  { timeout: 120_000 },
  async () => {
    const folder = temporaryFolder();
    const cli = createCli(folder);
    const library = join(folder, 'Work.kartoteka');
    await cli('create', library);
    const reports = join(folder, 'reports');
    mkdirSync(reports);
    writeFileSync(join(reports, 'a.txt'), 'Two grey vans stood at the harbour.');
    writeFileSync(join(reports, 'b.txt'), 'The ferry left at noon. '.repeat(20_000));
    await cli('import', library, reports);

    const backup = join(folder, 'Backup.kartoteka');
    expect(await cli('backup', library, '--out', backup)).toMatchObject({
      status: 0,
      objects: [{ documents: 2, originals: 2, folder: backup }],
    });
    expect(await cli('verify', backup)).toMatchObject({ status: 0 });
    expect((await cli('backup', library, '--out', backup)).status).toBe(1);

    zeroPage(library, 'library.db', 1);
    flipBit(library, 'originals.db', statSync(join(library, 'originals.db')).size - PAGE / 2);
    const before = fingerprint(library);
    const refused = await cli('list', library);
    expect(JSON.parse(refused.stderr)).toMatchObject({ error: 'library-damaged' });

    const rescued = join(folder, 'Rescued.kartoteka');
    const run = await cli('rescue', library, '--out', rescued);
    expect(run).toMatchObject({
      status: 3,
      objects: [{ counts: { document: { saved: 2, lost: 0 } } }],
    });
    expect(fingerprint(library)).toEqual(before);
    const { objects } = await cli('search', rescued, 'vans');
    expect(objects[0]).toMatchObject({ total: 1 });

    const again = await cli('rescue', library, '--out', rescued);
    expect(JSON.parse(again.stderr)).toMatchObject({ error: 'library-exists' });
    expect(existsSync(rescued)).toBe(true);
  },
);
