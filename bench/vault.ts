/**
 * What the vault costs: the same documents and queries in an encrypted library and in plain SQLite, turn by turn in one
 * process; unlocking, locking (in the core, and by the key in the real program) and encrypting with a new key.
 */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unlockKeys } from '../src/core/library/keys/unlock-keys.ts';
import { createLibrary, openLibrary } from '../src/core/library/library.ts';
import { openOriginals } from '../src/core/library/originals.ts';
import { reencryptLibrary } from '../src/core/library/reencrypt/reencrypt-library.ts';
import { openSearchIndex } from '../src/core/search/open-search-index.ts';
import { makePlainDatabase, openPlainDatabase } from './plain-database.ts';
import { measureAppLocks } from './vault/app-locks.ts';
import { compareImport, type ImportComparison } from './vault/compare-import.ts';
import { compareSearch, type SearchComparison } from './vault/compare-search.ts';
import { measureCoreLocks } from './vault/core-locks.ts';
import { sideOf, timed } from './vault/sides.ts';
import { rounded, spread } from './vault/spread.ts';

const SEED = 20_261_101;
const UNLOCKS = 5;
const PASSPHRASE = 'bench heron lantern quay orchard';

/** `--pages N`; `--core-only` leaves out the real program, which needs Electron and a display. */
export async function benchVault(options: readonly string[]): Promise<object> {
  const pages = Number(options[options.indexOf('--pages') + 1] ?? '') || 2_000;
  const parent = mkdtempSync(join(tmpdir(), 'kartoteka-bench-'));
  try {
    const core = await measureCore(parent, pages);
    const app = options.includes('--core-only') ? null : await measureAppLocks();
    return { ...core, lockMs: { core: core.lockMs, app } };
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

async function measureCore(parent: string, pages: number) {
  const folder = join(parent, 'Bench.kartoteka');
  const plainFile = join(parent, 'plain.db');
  const imported = await fill(folder, plainFile, parent, pages);
  const unlock = await measureUnlocks(folder);
  const search = await searchBoth(folder, plainFile, pages);
  const lockMs = await measureCoreLocks(() => openLibrary(folder, PASSPHRASE), parent, SEED);
  const megabytes = sizeOf(folder);
  const library = await openLibrary(folder, PASSPHRASE);
  const reencryptMs = await timed(() => reencryptLibrary(library, PASSPHRASE));
  return {
    pages,
    megabytes: rounded(megabytes),
    unlock,
    encryptedAgainstPlain: { import: imported, search },
    reencrypt: {
      ms: Math.round(reencryptMs),
      megabytesPerSecond: rounded((megabytes / reencryptMs) * 1000),
    },
    lockMs,
  };
}

async function fill(
  folder: string,
  plainFile: string,
  parent: string,
  pages: number,
): Promise<ImportComparison> {
  const { library } = await createLibrary(folder, 'Bench', PASSPHRASE);
  const plain = makePlainDatabase(plainFile);
  const plainOriginals = openPlainDatabase(join(parent, 'plain-originals.db'));
  try {
    const encrypted = sideOf(library.database, library.originals);
    return compareImport(
      { encrypted, plain: sideOf(plain, openOriginals(plainOriginals)) },
      SEED,
      pages,
    );
  } finally {
    plainOriginals.close();
    plain.close();
    library.close();
  }
}

/** Milliseconds from the passphrase to an open library, and how much of it was the passphrase (Argon2id). */
async function measureUnlocks(folder: string): Promise<object> {
  const all: number[] = [];
  const keys: number[] = [];
  for (let unlock = 0; unlock < UNLOCKS; unlock += 1) {
    const begun = performance.now();
    const library = await openLibrary(folder, PASSPHRASE);
    all.push(performance.now() - begun);
    library.close();
    keys.push(await timed(async () => (await unlockKeys(folder, PASSPHRASE)).keys.forget()));
  }
  return { argon2id: costOf(folder), ms: spread(all), argon2idMs: spread(keys) };
}

/** Both reopened, so that nothing is in memory at first. */
async function searchBoth(
  folder: string,
  plainFile: string,
  pages: number,
): Promise<SearchComparison> {
  const library = await openLibrary(folder, PASSPHRASE);
  const plain = openPlainDatabase(plainFile);
  try {
    const indexes = { encrypted: openSearchIndex(library.database), plain: openSearchIndex(plain) };
    return compareSearch(indexes, SEED, pages);
  } finally {
    plain.close();
    library.close();
  }
}

/** Parameters of the passphrase's slot, as calibrated on this machine. */
function costOf(folder: string): unknown {
  const { slots } = JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8')) as {
    slots: { kdf: { memoryKiB: number; passes: number; lanes: number } }[];
  };
  const { memoryKiB, passes, lanes } = slots[0]?.kdf ?? {};
  return { memoryKiB, passes, lanes };
}

/** Megabytes of both databases. */
function sizeOf(folder: string): number {
  const files = ['library.db', 'originals.db'];
  return files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0) / 1e6;
}
