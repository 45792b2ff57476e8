/** A program that ends without closing its library, however it ends: the next one opens it and finds everything. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openLibrary } from '../../../src/core/library/library.ts';
import { listLabels } from '../../../src/core/library/queries/label.ts';
import { newLibrary, PASSPHRASE, temporaryFolder } from '../../helpers/temporary-library.ts';

const CHILD = fileURLToPath(new URL('../../fixtures/library/open-and-end.ts', import.meta.url));

function run(args: readonly string[]): Promise<NodeJS.Signals | number | null> {
  const child = spawn(process.execPath, [CHILD, ...args], { stdio: 'ignore' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => resolve(signal ?? status));
  });
}

it.each([
  ['by the end of its code', 'end', 0],
  ['by process.exit', 'exit', 0],
  ['by an error', 'throw', 1],
  ['by kill -9', 'kill', 'SIGKILL'],
])('%s', { timeout: 60_000 }, async (_name, how, ended) => {
  const folder = join(temporaryFolder(), 'Test.kartoteka');
  (await newLibrary(folder)).close();
  expect(await run([folder, PASSPHRASE, how])).toBe(ended);
  const library = await openLibrary(folder, PASSPHRASE);
  expect(listLabels(library.database).cases.map(({ title }) => title)).toEqual(['Added']);
  library.close();
});
