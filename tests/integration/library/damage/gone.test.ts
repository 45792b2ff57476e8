/** The folder of an open library is moved, deleted or unplugged: nothing is written where nobody finds it. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, renameSync, rmSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { listLabels } from '../../../../src/core/library/queries/label.ts';
import {
  fillLibrary,
  fingerprint,
  openWith,
  type FilledLibrary,
} from '../../../helpers/whole-library.ts';
import { temporaryFolder } from '../../../helpers/temporary-library.ts';
import { watchedSession } from '../../../helpers/watched-session.ts';
import { eventually } from '../../../helpers/eventually.ts';

let filled: FilledLibrary;
beforeAll(async () => {
  filled = await fillLibrary({ documents: 6, pagesEach: 3 });
  return () => filled.remove();
});

async function openSession(folder: string) {
  const { session, events } = await watchedSession(folder, filled);
  const kindOf = async (channel: string, request: unknown): Promise<string> => {
    const outcome = await session.handle(channel, request);
    return outcome.ok ? 'ok' : outcome.failure.kind;
  };
  return {
    session,
    addCase: (title: string) =>
      kindOf('command.run', {
        command: { kind: 'case.create', fields: { title, description: '' } },
      }),
    undo: () => kindOf('command.undo', {}),
    read: () => kindOf('document.list', {}),
    readOriginal: async () => {
      const { length } = await session.bytesOf(1).read(0, 100);
      return length === 100 ? 'ok' : 'short';
    },
    search: () => kindOf('search.query', { query: 'report', limit: 10 }),
    /** What was pushed about the library, in order. */
    told: () =>
      events.flatMap((event) => (event.kind === 'library-condition' ? [event.condition.kind] : [])),
  };
}

function casesIn(folder: string): string[] {
  const library = openWith(folder, filled.unlocked());
  try {
    return listLabels(library.database).cases.map(({ title }) => title);
  } finally {
    library.close();
  }
}

describe('a library whose folder was moved', () => {
  it('takes no change until it is back, loses nothing, and tells once', async () => {
    const folder = filled.copy();
    const elsewhere = join(dirname(folder), 'Moved.kartoteka');
    const library = await openSession(folder);
    expect(await library.addCase('Before')).toBe('ok');

    renameSync(folder, elsewhere);
    expect(await library.addCase('Meanwhile')).toBe('library-gone');
    expect(await library.undo()).toBe('library-gone');
    expect([await library.read(), await library.readOriginal(), await library.search()]).toEqual([
      'ok',
      'ok',
      'ok',
    ]);
    expect(await library.addCase('Meanwhile')).toBe('library-gone');
    expect(library.told()).toEqual(['gone']);

    renameSync(elsewhere, folder);
    expect(await library.addCase('Afterwards')).toBe('ok');
    await eventually(() => expect(library.told()).toEqual(['gone', 'sound']));
    await library.session.close();
    const cases = casesIn(folder);
    expect(cases).toEqual(expect.arrayContaining(['Before', 'Afterwards']));
    expect(cases).not.toContain('Meanwhile');
  });

  it('tells of it when nothing is asked', async () => {
    const folder = filled.copy();
    const library = await openSession(folder);
    renameSync(folder, `${folder}.away`);
    await eventually(() => expect(library.told()).toEqual(['gone']));
  });

  it('has every acknowledged change when it is closed there and opened elsewhere', async () => {
    const folder = filled.copy();
    const library = await openSession(folder);
    expect(await library.addCase('Before')).toBe('ok');
    renameSync(folder, `${folder}.away`);
    await library.session.close();
    expect(casesIn(`${folder}.away`)).toContain('Before');
  });

  it('does not touch another library that stands in its place when it is closed', async () => {
    const folder = filled.copy();
    const other = filled.copyUnclosed();
    const library = await openSession(folder);
    expect(await library.addCase('Before')).toBe('ok');
    renameSync(folder, `${folder}.away`);
    cpSync(other, folder, { recursive: true });
    const before = fingerprint(folder);
    expect(await library.addCase('Meanwhile')).toBe('library-gone');
    await library.session.close();
    expect(fingerprint(folder)).toEqual(before);
    expect(casesIn(folder)).not.toContain('Before');
    expect(casesIn(`${folder}.away`)).toContain('Before');
  });
});

describe('a library whose folder was deleted', () => {
  it('takes no change, is read as far as the system lets it, and is never made anew', async () => {
    const folder = filled.copy();
    const library = await openSession(folder);
    rmSync(folder, { recursive: true });
    expect(await library.addCase('Meanwhile')).toBe('library-gone');
    expect(await library.read()).toBe('ok');
    // An empty folder of the same name, as a mount point is, is not the library.
    mkdirSync(folder);
    expect(await library.addCase('Meanwhile')).toBe('library-gone');
    await library.session.close();
    expect(fingerprint(folder)).toEqual({});
  });

  it.each(['library.db', 'library.db-wal', 'originals.db', 'originals.db-wal'])(
    'but for %s takes no change either',
    async (file) => {
      const folder = filled.copy();
      const library = await openSession(folder);
      unlinkSync(join(folder, file));
      expect(await library.addCase('Meanwhile')).toBe('library-gone');
    },
  );
});

it.runIf(process.getuid?.() === 0)('a library on a drive that was pulled out', async () => {
  const drive = temporaryFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'none', drive]);
  let mounted = true;
  const unmount = (): void => {
    if (mounted) execFileSync('umount', ['--lazy', drive]);
    mounted = false;
  };
  onTestFinished(unmount);
  const folder = join(drive, 'Copy.kartoteka');
  cpSync(filled.copy(), folder, { recursive: true });
  const library = await openSession(folder);
  expect(await library.addCase('Before')).toBe('ok');
  unmount();
  expect(await library.addCase('Meanwhile')).toBe('library-gone');
  expect(await library.read()).toBe('ok');
  expect(library.told()).toEqual(['gone']);
  await library.session.close();
  expect(fingerprint(drive)).toEqual({});
});
