/** A folder with keys only: most of what can happen to keys needs no databases. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ARGON_FLOOR } from '../../src/core/library/keys/argon-cost.ts';
import { createKeys, unlockKeys } from '../../src/core/library/keys/unlock-keys.ts';
import { failureOf } from '../../src/shared/failure.ts';
import { PASSPHRASE, temporaryFolder } from './temporary-library.ts';

export interface KeyedFolder {
  readonly folder: string;
  readonly libraryId: string;
  /** Hexadecimal digits of the data key. */
  readonly dataKey: string;
}

/** Made once in a test file, because deriving a key is slow, and copied for each test. */
let template: Promise<KeyedFolder> | undefined;

export async function keyedFolder(): Promise<KeyedFolder> {
  template ??= makeKeys();
  const { folder: made, ...keys } = await template;
  const folder = join(temporaryFolder(), 'Test.kartoteka');
  cpSync(made, folder, { recursive: true });
  return { folder, ...keys };
}

async function makeKeys(): Promise<KeyedFolder> {
  const folder = mkdtempSync(join(tmpdir(), 'kartoteka-keys-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const { keys } = await createKeys(folder, PASSPHRASE, ARGON_FLOOR);
  return { folder, libraryId: keys.libraryId, dataKey: keys.database.toString('hex') };
}

/** What a passphrase comes to: the data key in hexadecimal digits, or the kind of the failure. */
export async function unlocked(folder: string, passphrase = PASSPHRASE): Promise<string> {
  try {
    const { keys } = await unlockKeys(folder, passphrase);
    return keys.database.toString('hex');
  } catch (error) {
    return failureOf(error).kind;
  }
}

/** The kind of the failure that a promise ends in; `none` when it does not. */
export async function failureKind(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (error) {
    return failureOf(error).kind;
  }
}

export function readKeys(folder: string, name: 'keys.json' | 'keys-copy.json'): string {
  return readFileSync(join(folder, name), 'utf8');
}

export function writeKeys(folder: string, name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}
