/** A library that was being made when the power went: never half a library, and its remains go with the next one. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openLibrary } from '../../../src/core/library/library.ts';
import { findLibraries } from '../../../src/core/library/places.ts';
import { buildFolder } from '../../../src/core/library/unfinished-folder.ts';
import { PASSPHRASE, temporaryFolder } from '../../helpers/temporary-library.ts';

const CHILD = fileURLToPath(new URL('../../fixtures/library/create-and-die.ts', import.meta.url));

async function createAndDie(folder: string, call: string, ending: string) {
  const args = [CHILD, folder, PASSPHRASE, call, ending];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => resolve(signal ?? status));
  });
}

it.each([
  ['while the folder is empty', 'writeFileSync', 'unfinished', false],
  ['before the keys have their name', 'renameSync', 'keys.json.new', false],
  ['while library.db is made', 'chmodSync', 'library.db', false],
  ['while originals.db is made', 'chmodSync', 'originals.db', false],
  ['before the folder has its name', 'renameSync', '.partial', false],
  ['before the marker is removed', 'rmSync', 'unfinished', true],
])('%s', { timeout: 60_000 }, async (_name, call, ending, whole) => {
  const parent = temporaryFolder();
  const folder = join(parent, 'Test.kartoteka');
  expect(await createAndDie(folder, call, ending)).toBe('SIGKILL');
  expect(existsSync(folder)).toBe(whole);
  expect(findLibraries(parent)).toHaveLength(whole ? 1 : 0);
  expect(readdirSync(parent)).toHaveLength(1);

  if (!whole) expect(await createAndDie(folder, 'none', '')).toBe(0);
  expect(readdirSync(parent)).toEqual(['Test.kartoteka']);
  (await openLibrary(folder, PASSPHRASE)).close();
  expect(readdirSync(folder)).not.toContain('unfinished');
});

it('leaves alone what only looks like remains, and what somebody works on', async () => {
  const parent = temporaryFolder();
  const own = join(parent, 'Notes.kartoteka.0123456789ab.partial');
  const foreign = join(parent, 'Photos.kartoteka.0123456789ab.partial');
  const named = join(parent, 'Old.kartoteka.partial');
  for (const folder of [own, foreign, named]) mkdirSync(folder);
  writeFileSync(join(own, 'library.db'), 'words');
  for (const folder of [foreign, named]) writeFileSync(join(folder, 'unfinished'), '');
  writeFileSync(join(foreign, 'photo.jpg'), 'words');
  const before = readdirSync(parent);

  let meanwhile: string[] = [];
  await buildFolder(join(parent, 'A.kartoteka'), async () => {
    await buildFolder(join(parent, 'B.kartoteka'), () => undefined);
    meanwhile = readdirSync(parent);
  });
  expect(meanwhile).toHaveLength(before.length + 2);
  expect(readdirSync(parent).sort()).toEqual([...before, 'A.kartoteka', 'B.kartoteka'].sort());
});
