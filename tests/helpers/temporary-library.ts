/** A real encrypted library in a folder of its own, removed when the test ends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ARGON_FLOOR } from '../../src/core/library/keys/argon-cost.ts';
import { createLibrary, type OpenLibrary } from '../../src/core/library/library.ts';

export const PASSPHRASE = 'lantern orchard velvet nine';

/** A folder that is removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kartoteka-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A new library with the cheapest key derivation there is: tests would spend their time with nothing else. */
export async function newLibrary(folder: string, name = 'Test'): Promise<OpenLibrary> {
  return (await createLibrary(folder, name, PASSPHRASE, ARGON_FLOOR)).library;
}

export async function temporaryLibrary(): Promise<OpenLibrary> {
  const library = await newLibrary(join(temporaryFolder(), 'Test.kartoteka'));
  onTestFinished(() => library.close());
  return library;
}
