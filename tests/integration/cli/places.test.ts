import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createCli } from '../../helpers/run-cli.ts';
import { temporaryFolder } from '../../helpers/temporary-library.ts';

it('warns of a library in a folder that is copied to a cloud, and does what was asked', async () => {
  const folder = temporaryFolder();
  const cli = createCli(folder);
  const cloud = join(folder, 'Nextcloud');
  mkdirSync(cloud);
  const library = join(cloud, 'A.kartoteka');
  const created = await cli('create', library);
  expect(created.status).toBe(0);
  expect(JSON.parse(created.stderr)).toMatchObject({ warning: 'cloud' });
  const listed = await cli('list', library);
  expect(listed.status).toBe(0);
  expect(listed.stderr).toContain('Nextcloud copies to other computers');

  const other = await cli('create', join(folder, 'B.kartoteka'));
  expect(other).toMatchObject({ status: 0, stderr: '' });
});
