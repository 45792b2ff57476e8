/** A backup is a whole library; a backup that did not come to its end is nothing that looks like one. */
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createSession } from '../../../../src/core/handlers/index.ts';
import { nodePdfExtractor } from '../../../../src/core/import/node-pdf-extractor.ts';
import { backupLibrary } from '../../../../src/core/library/backup/backup-library.ts';
import { openLibrary } from '../../../../src/core/library/library.ts';
import { findLibraries } from '../../../../src/core/library/places.ts';
import { verifyLibrary } from '../../../../src/core/library/verify-library.ts';
import { openSearchIndex } from '../../../../src/core/search/open-search-index.ts';
import type { Job } from '../../../../src/shared/domain/job.ts';
import { failureOf } from '../../../../src/shared/failure.ts';
import { flipBit, PAGE, pagesOf } from '../../../helpers/damage.ts';
import { readRows } from '../../../helpers/library-rows.ts';
import { readOnlyView } from '../../../helpers/read-only-place.ts';
import { smallDisk, type SmallDisk } from '../../../helpers/small-disk.ts';
import { PASSPHRASE, temporaryFolder } from '../../../helpers/temporary-library.ts';
import {
  fillLibrary,
  openUnlocked,
  openWith,
  type FilledLibrary,
} from '../../../helpers/whole-library.ts';
import { eventually } from '../../../helpers/eventually.ts';

const CHILD = fileURLToPath(
  new URL('../../../fixtures/library/backup-and-die.ts', import.meta.url),
);

let filled: FilledLibrary;
beforeAll(async () => {
  filled = await fillLibrary();
  return () => filled.remove();
});

async function failureKind(backingUp: Promise<unknown>): Promise<string> {
  try {
    await backingUp;
    return 'none';
  } catch (error) {
    return failureOf(error).kind;
  }
}

/** The backup takes room meanwhile, so the last bytes may be gone already. */
function fillUp(disk: SmallDisk): void {
  try {
    disk.fill(0);
  } catch (error) {
    expect(failureOf(error)).toEqual({ kind: 'disk-full' });
  }
}

/** Opens a backup as anybody would, and checks everything that can be checked. */
async function restore(folder: string) {
  const library = await openLibrary(folder, PASSPHRASE);
  onTestFinished(() => library.close());
  expect(verifyLibrary(library, openSearchIndex(library.database)).problems).toEqual([]);
  return library;
}

describe('a backup', () => {
  it('of an open library opens with the same passphrase and has everything', async () => {
    const library = openWith(filled.copy(), filled.unlocked());
    const target = join(temporaryFolder(), 'Backup.kartoteka');
    const seen: number[] = [];
    const report = await backupLibrary(library, target, {
      onProgress: ({ done, total }) => void seen.push(done / total),
    });
    expect(report).toMatchObject({ documents: 24, passages: 48, originals: 24, folder: target });
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));

    const backup = await restore(target);
    expect(readRows(backup.database)).toEqual(readRows(library.database));
    expect([backup.id, backup.name]).toEqual([library.id, library.name]);
    const hash = 'SELECT sha256, size FROM original ORDER BY id';
    const [here, there] = [library, backup].map(({ originals }) =>
      originals.database.prepare(hash).all(),
    );
    expect(there).toEqual(here);
  });

  it('can be read by its owner only, and nothing in it can be read without the key', async () => {
    const library = openWith(filled.copy(), filled.unlocked());
    const target = join(temporaryFolder(), 'Backup.kartoteka');
    await backupLibrary(library, target);
    expect(statSync(target).mode & 0o077).toBe(0);
    for (const name of readdirSync(target)) {
      expect(statSync(join(target, name)).mode & 0o077).toBe(0);
      const bytes = readFileSync(join(target, name));
      expect(bytes.includes('SQLite format 3') || bytes.includes('Report 1')).toBe(false);
    }
  });

  it('has what is in the log, takes changes meanwhile, and holds a whole state', async () => {
    const library = openWith(filled.copyUnclosed(), filled.unlocked());
    const insert = library.database.prepare(
      `INSERT INTO case_event (title, used_at) VALUES (?, '2026-03-01')`,
    );
    let added = 0;
    const timer = setInterval(() => insert.run(`Event ${(added += 1)}`), 1);
    const target = join(temporaryFolder(), 'Backup.kartoteka');
    await backupLibrary(library, target).finally(() => clearInterval(timer));
    expect(added).toBeGreaterThan(0);
    const events = (await restore(target)).database
      .prepare<[], string>('SELECT title FROM case_event ORDER BY id')
      .pluck()
      .all();
    expect(events).toEqual(events.map((_, index) => `Event ${index + 1}`));
  });

  it('is made of a library that can only be read', async () => {
    const library = openWith(readOnlyView(filled.copy()), filled.unlocked());
    const target = join(temporaryFolder(), 'Backup.kartoteka');
    await backupLibrary(library, target);
    expect((await restore(target)).access.readOnly).toBe(false);
  });
});

describe('no backup is made, and nothing is left behind,', () => {
  it('where there is a folder already, and inside the library', async () => {
    const library = openWith(filled.copy(), filled.unlocked());
    const parent = temporaryFolder();
    mkdirSync(join(parent, 'Old.kartoteka'));
    expect(await failureKind(backupLibrary(library, join(parent, 'Old.kartoteka')))).toBe(
      'library-exists',
    );
    await expect(
      backupLibrary(library, join(library.folder, 'B')).catch(failureOf),
    ).resolves.toEqual({ kind: 'backup-not-written', reason: 'inside' });
    // A way into the library that does not look like one, and a name that looks like the way out.
    symlinkSync(library.folder, join(parent, 'link'));
    for (const folder of [join(parent, 'link', 'B'), join(library.folder, '..B')]) {
      await expect(backupLibrary(library, folder).catch(failureOf)).resolves.toEqual({
        kind: 'backup-not-written',
        reason: 'inside',
      });
    }
    rmSync(join(parent, 'link'));
    expect(readdirSync(join(parent, 'Old.kartoteka'))).toEqual([]);
    expect(readdirSync(parent)).toEqual(['Old.kartoteka']);
  });

  it('of a library with a damaged page that is in use', async () => {
    const folder = filled.copy();
    flipBit(folder, 'originals.db', Math.floor(pagesOf(folder, 'originals.db') / 2) * PAGE + 9);
    const library = openWith(folder, filled.unlocked());
    const parent = temporaryFolder();
    const backingUp = backupLibrary(library, join(parent, 'Backup.kartoteka'));
    await expect(backingUp.catch(failureOf)).resolves.toEqual({
      kind: 'library-damaged',
      part: 'originals',
    });
    expect(readdirSync(parent)).toEqual([]);
  });

  it('where there is not enough room', async () => {
    const library = openWith(filled.copy(), filled.unlocked());
    const disk = smallDisk(2);
    const target = join(disk.folder, 'Backup.kartoteka');
    expect(await failureKind(backupLibrary(library, target))).toBe('not-enough-space');
    expect(readdirSync(disk.folder)).toEqual([]);
  });

  it('when the disk is filled by others meanwhile; there is no word of a full library', async () => {
    const library = openWith(filled.copy(), filled.unlocked());
    const disk = smallDisk(64);
    const backingUp = backupLibrary(library, join(disk.folder, 'Backup.kartoteka'), {
      onProgress: () => fillUp(disk),
    });
    await expect(backingUp.catch(failureOf)).resolves.toEqual({
      kind: 'backup-not-written',
      reason: 'full',
    });
    disk.free();
    expect(readdirSync(disk.folder)).toEqual([]);
    expect(library.access.condition()).toEqual({ kind: 'sound' });
  });

  it('when its place goes away meanwhile', async () => {
    const library = openWith(filled.copy(), filled.unlocked());
    const parent = temporaryFolder();
    const elsewhere = join(temporaryFolder(), 'Unplugged');
    const backingUp = backupLibrary(library, join(parent, 'Backup.kartoteka'), {
      onProgress() {
        if (!existsSync(elsewhere)) renameSync(parent, elsewhere);
      },
    });
    await expect(backingUp.catch(failureOf)).resolves.toEqual({
      kind: 'backup-not-written',
      reason: 'gone',
    });
    expect(findLibraries(elsewhere)).toEqual([]);
    mkdirSync(parent);
  });

  it('of a library whose folder is gone', async () => {
    const folder = filled.copy();
    const library = openWith(folder, filled.unlocked());
    renameSync(folder, `${folder}.away`);
    const parent = temporaryFolder();
    expect(await failureKind(backupLibrary(library, join(parent, 'Backup.kartoteka')))).toBe(
      'library-gone',
    );
    expect(readdirSync(parent)).toEqual([]);
  });

  it('of a library whose keys are gone: nobody could open it', async () => {
    const folder = filled.copy();
    const library = openWith(folder, filled.unlocked());
    for (const name of readdirSync(folder)) if (name.startsWith('keys')) rmSync(join(folder, name));
    const parent = temporaryFolder();
    const kind = await failureKind(backupLibrary(library, join(parent, 'Backup.kartoteka')));
    expect(['keys-gone', 'library-damaged']).toContain(kind);
    expect(readdirSync(parent)).toEqual([]);
  });

  it('when it is cancelled', async () => {
    const library = openWith(filled.copy(), filled.unlocked());
    const parent = temporaryFolder();
    const abort = new AbortController();
    const backingUp = backupLibrary(library, join(parent, 'Backup.kartoteka'), {
      signal: abort.signal,
      onProgress: () => abort.abort(),
    });
    expect(await failureKind(backingUp)).toBe('cancelled');
    expect(readdirSync(parent)).toEqual([]);
  });

  it.each(['library.db', 'originals.db', 'keys'])(
    'when the program is killed (%s is written)',
    { timeout: 60_000 },
    async (until) => {
      const folder = filled.copy();
      const parent = temporaryFolder();
      const target = join(parent, 'Backup.kartoteka');
      const child = spawn(process.execPath, [CHILD, folder, PASSPHRASE, target, until], {
        stdio: 'ignore',
      });
      await new Promise((resolve) => child.once('close', resolve));
      expect(child.signalCode).toBe('SIGKILL');
      expect(findLibraries(parent)).toEqual([]);
      expect(readdirSync(parent)).toHaveLength(1);
      // The next backup takes away what is left of it.
      const library = openWith(folder, filled.unlocked());
      await backupLibrary(library, target);
      expect(readdirSync(parent)).toEqual(['Backup.kartoteka']);
      await restore(target);
    },
  );
});

it('is a job of the session, with progress, and waits for imports to end', async () => {
  const folder = filled.copy();
  const jobs: Job[] = [];
  const session = await createSession({
    open: async () => openUnlocked(folder, filled.unlocked()),
    extractor: nodePdfExtractor(),
    push(event) {
      if (event.kind === 'job-changed') jobs.push(event.job);
    },
  });
  onTestFinished(() => session.close());
  const parent = temporaryFolder();
  expect(await session.handle('backup.write', { parent })).toMatchObject({ ok: false });
  const backingUp = session.handleForMain('backup.write', { parent });
  expect(await session.handleForMain('backup.write', { parent })).toEqual({
    ok: false,
    failure: { kind: 'library-busy' },
  });
  expect(await backingUp).toMatchObject({
    ok: true,
    value: { documents: 24, sameDisk: true },
  });
  await eventually(() => expect(jobs.at(-1)?.state.kind).toBe('done'));
  expect(jobs.at(-1)).toMatchObject({ what: 'backup' });
  expect(jobs.some(({ done, total }) => done > 0 && done === total)).toBe(true);
  const [made = ''] = readdirSync(parent);
  expect(made).toMatch(/^Copy \d{4}-\d\d-\d\d\.kartoteka$/u);
  await restore(join(parent, made));
  expect(readdirSync(parent)).toEqual([made]);
});
