/** Damage that shows while a library is open stops all changes, and the person is told once. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import type { PushedEvent } from '../../../../src/shared/ipc/contract.ts';
import { PAGE, pagesOf } from '../../../helpers/damage.ts';
import { fillLibrary, type FilledLibrary } from '../../../helpers/whole-library.ts';
import { watchedSession } from '../../../helpers/watched-session.ts';
import { eventually } from '../../../helpers/eventually.ts';

let filled: FilledLibrary;
beforeAll(async () => {
  filled = await fillLibrary({ documents: 4, pagesEach: 3 });
  return () => filled.remove();
});

it.each([
  ['library.db', 'database'],
  ['originals.db', 'originals'],
] as const)('in %s', async (file, part) => {
  const folder = filled.copy();
  const { session, events } = await watchedSession(folder, filled);
  const addCase = (title: string) =>
    session.handle('command.run', {
      command: { kind: 'case.create', fields: { title, description: '' } },
    });
  expect(await addCase('Before')).toMatchObject({ ok: true });

  // The handle stays open: SQLite in this process would lose its locks with it.
  const handle = openSync(join(folder, file), 'r+');
  onTestFinished(() => closeSync(handle));
  writeSync(handle, 'x', Math.floor(pagesOf(folder, file) / 2) * PAGE + 500);

  const told = (): PushedEvent[] => events.filter(({ kind }) => kind === 'library-condition');
  const expected = {
    kind: 'library-condition',
    condition: { kind: 'damaged', parts: [part] },
    readOnly: true,
  };
  await eventually(() => expect(told()).toEqual([expected]));
  expect(await addCase('Afterwards')).toEqual({
    ok: false,
    failure: { kind: 'library-read-only', reason: 'damaged' },
  });
  expect(await session.handle('job.list', {})).toMatchObject({ ok: true });
  expect(told()).toHaveLength(1);
});

it('in a file that is being read for the screen, at once', async () => {
  const folder = filled.copy();
  const { session, events } = await watchedSession(folder, filled);
  const handle = openSync(join(folder, 'originals.db'), 'r+');
  onTestFinished(() => closeSync(handle));
  writeSync(handle, 'x', Math.floor(pagesOf(folder, 'originals.db') / 2) * PAGE + 500);

  const reading = [1, 2, 3, 4].map(async (documentId) => {
    const source = session.bytesOf(documentId);
    return source.read(0, source.size);
  });
  const ends = await Promise.allSettled(reading);
  expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  expect(events.filter(({ kind }) => kind === 'library-condition')).toMatchObject([
    { condition: { kind: 'damaged', parts: ['originals'] }, readOnly: true },
  ]);
});
