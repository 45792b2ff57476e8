/** Where nothing can be written, and where a file is damaged in places, a library is read and not changed. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../../../src/core/library/connection.ts';
import type { LibrarySummary } from '../../../../src/shared/domain/library.ts';
import type { SearchOutcome } from '../../../../src/shared/domain/search.ts';
import type { SourceDocument } from '../../../../src/shared/domain/source-document.ts';
import { failureOf, type Failure } from '../../../../src/shared/failure.ts';
import { flipBit, PAGE, pagesOf } from '../../../helpers/damage.ts';
import {
  fillLibrary,
  fingerprint,
  openWith,
  type FilledLibrary,
} from '../../../helpers/whole-library.ts';
import { readOnlyView } from '../../../helpers/read-only-place.ts';
import { watchedSession } from '../../../helpers/watched-session.ts';

let filled: FilledLibrary;
beforeAll(async () => {
  filled = await fillLibrary();
  return () => filled.remove();
});

async function openSession(folder: string) {
  const { session } = await watchedSession(folder, filled);
  return {
    session,
    ask: async <T>(channel: string, request: unknown): Promise<T> => {
      const outcome = await session.handle(channel, request);
      if (!outcome.ok) throw new Error(outcome.failure.kind);
      return outcome.value as T;
    },
    failure: async (channel: string, request: unknown): Promise<Failure | 'none'> => {
      const outcome = await session.handle(channel, request);
      return outcome.ok ? 'none' : outcome.failure;
    },
  };
}
type Asking = Awaited<ReturnType<typeof openSession>>;

/** One of each way that something is written. */
const CHANGES: [string, unknown][] = [
  ['command.run', { command: { kind: 'case.create', fields: { title: 'New', description: '' } } }],
  ['command.run', { command: { kind: 'passage.note', passageId: 1, note: 'Changed' } }],
  ['import.start', { paths: ['/nowhere.txt'] }],
  ['settings.set', { idleMinutes: 15 }],
];

async function expectReadOnly({ ask, failure }: Asking, reason: 'place' | 'damaged') {
  const summary = await ask<LibrarySummary>('library.summary', {});
  expect(summary).toMatchObject({ readOnly: true, documents: 24, passages: 48 });
  for (const [channel, request] of CHANGES) {
    expect(await failure(channel, request)).toEqual({ kind: 'library-read-only', reason });
  }
}

async function expectReadable({ session, ask }: Asking) {
  const documents = await ask<SourceDocument[]>('document.list', {});
  expect(documents).toHaveLength(24);
  const first = documents[0]!;
  const bytes = await session.bytesOf(first.id).read(0, 9);
  expect(Buffer.from(bytes).toString()).toBe('Report 1,');
  const found = await ask<SearchOutcome>('search.query', { query: '"report 7"', limit: 50 });
  expect(found.documents.map(({ title }) => title)).toEqual(['Report 7']);
  const labels = await ask<{ tags: unknown[] }>('label.book', {});
  expect(labels.tags).toHaveLength(6);
}

describe('a library in a read-only place', () => {
  it('is read and searched, and refuses every change', async () => {
    const folder = filled.copy();
    const before = fingerprint(folder);
    const view = readOnlyView(folder);
    const asking = await openSession(view);
    await expectReadable(asking);
    await expectReadOnly(asking, 'place');
    expect(await asking.ask<LibrarySummary>('library.summary', {})).toMatchObject({
      condition: { kind: 'sound' },
    });
    await asking.session.close();
    expect(fingerprint(folder)).toEqual(before);
  });

  it('needs no lock file, and can be opened twice', async () => {
    const folder = filled.copy();
    rmSync(join(folder, 'in-use.lock'));
    const view = readOnlyView(folder);
    await expectReadable(await openSession(view));
    await expectReadable(await openSession(view));
    expect(readdirSync(folder)).not.toContain('in-use.lock');
  });

  it('that was not closed is refused with what to do, and left as it is', () => {
    const folder = filled.copyUnclosed();
    const before = fingerprint(folder);
    const view = readOnlyView(folder);
    let failure: Failure | undefined;
    try {
      openWith(view, filled.unlocked());
    } catch (error) {
      failure = failureOf(error);
    }
    expect(failure).toEqual({ kind: 'library-not-closed' });
    expect(fingerprint(folder)).toEqual(before);
  });

  it('that an older program wrote is refused with what to do, and left as it is', () => {
    const folder = filled.copy();
    const database = connect(
      join(folder, 'library.db'),
      filled.unlocked().keys.database,
      'open',
      'journal',
    );
    database.pragma('user_version=2');
    database.close();
    const before = fingerprint(folder);
    const view = readOnlyView(folder);
    expect(() => openWith(view, filled.unlocked())).toThrow('library-older');
    expect(fingerprint(folder)).toEqual(before);
  });

  it.runIf(process.getuid?.() === 0)('that somebody changes elsewhere is in use', () => {
    const folder = filled.copy();
    const view = readOnlyView(folder);
    const reader = openWith(view, filled.unlocked());
    expect(() => openWith(folder, filled.unlocked())).toThrow('library-in-use');
    reader.close();
    const writer = openWith(folder, filled.unlocked());
    expect(() => openWith(view, filled.unlocked())).toThrow('library-in-use');
    writer.close();
    expect(openWith(view, filled.unlocked()).access.readOnly).toBe(true);
  });
});

describe.each([
  ['library.db', 'database'],
  ['originals.db', 'originals'],
] as const)('a library with a flipped bit in %s', (file, part) => {
  it.each([
    ['in the middle', (folder: string) => Math.floor(pagesOf(folder, file) / 2) * PAGE + 1000],
    ['at the end', () => -100],
  ])('%s is read, and is not changed any more', async (_name, position) => {
    const folder = filled.copy();
    flipBit(folder, file, position(folder));
    const before = fingerprint(folder);
    const asking = await openSession(folder);
    await expectReadOnly(asking, 'damaged');
    expect(await asking.ask<LibrarySummary>('library.summary', {})).toMatchObject({
      condition: { kind: 'damaged', parts: [part] },
    });
    await asking.session.close();
    expect(fingerprint(folder)).toEqual(before);
  });
});
