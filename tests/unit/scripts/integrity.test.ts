import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { integrityOf, verifyIntegrity } from '../../../scripts/electron/integrity.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'integrity-'));
  file = join(folder, 'download');
  await writeFile(file, 'abc');
});
afterEach(() => rm(folder, { recursive: true }));

/** The test vector for "abc" of FIPS 180, in base64. */
const ofAbc =
  'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==';

describe('integrity of a download', () => {
  it('is the sha512 in the form npm writes', async () => {
    expect(await integrityOf(file)).toBe(ofAbc);
    await expect(verifyIntegrity(file, ofAbc)).resolves.toBeUndefined();
  });

  it('refuses a file that differs by one byte', async () => {
    await writeFile(file, 'abd');
    await expect(verifyIntegrity(file, ofAbc)).rejects.toThrow('not the expected file');
  });
});
