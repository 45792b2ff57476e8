/** A real encrypted library in a folder of its own, removed when the test ends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createLibrary, type OpenLibrary } from '../../src/core/library/library.ts';

export const PASSPHRASE = 'lantern orchard velvet nine';

/** A folder that is removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kartoteka-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function temporaryLibrary(): Promise<OpenLibrary> {
  const folder = join(temporaryFolder(), 'Test.kartoteka');
  const library = await createLibrary(folder, 'Test', PASSPHRASE);
  onTestFinished(() => library.close());
  return library;
}
