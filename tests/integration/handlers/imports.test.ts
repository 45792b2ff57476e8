import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSession, type LibrarySession } from '../../../src/core/handlers/index.ts';
import { nodePdfExtractor } from '../../../src/core/import/node-pdf-extractor.ts';
import { openLibrary } from '../../../src/core/library/library.ts';
import type { ImportReportLine, Job } from '../../../src/shared/domain/job.ts';
import { newLibrary, PASSPHRASE, temporaryFolder } from '../../helpers/temporary-library.ts';
import { eventually } from '../../helpers/eventually.ts';

async function openSession(
  open = () => newLibrary(join(temporaryFolder(), 'Test.kartoteka')),
): Promise<LibrarySession> {
  const session = await createSession({
    open,
    extractor: nodePdfExtractor(),
    push: () => undefined,
  });
  onTestFinished(() => session.close());
  return session;
}

async function ask<T>(session: LibrarySession, channel: string, request: unknown): Promise<T> {
  const outcome = await session.handle(channel, request);
  if (!outcome.ok) throw new Error(outcome.failure.kind);
  return outcome.value as T;
}

function start(session: LibrarySession, path: string): Promise<number> {
  return ask(session, 'import.start', { paths: [path] });
}

/** Waits until no job runs; answers how each ended. */
async function ends(session: LibrarySession): Promise<string[]> {
  return eventually(async () => {
    const jobs = await ask<Job[]>(session, 'job.list', {});
    const kinds = jobs.map(({ state }) => state.kind);
    expect(kinds).not.toContain('running');
    return kinds;
  });
}

async function outcomes(session: LibrarySession, batchId: number): Promise<string[]> {
  const report = await ask<ImportReportLine[]>(session, 'import.report', { batchId });
  return report.map(({ outcome }) => outcome.kind);
}

describe('imports', () => {
  it('of the same files, started while the first one runs, find duplicates', async () => {
    const session = await openSession();
    const folder = temporaryFolder();
    for (const name of ['a', 'b']) {
      writeFileSync(join(folder, `${name}.txt`), `The ferry ${name} was late. `.repeat(60_000));
    }
    const [first, second] = [await start(session, folder), await start(session, folder)];
    expect(await ends(session)).toEqual(['done', 'done']);
    expect(await outcomes(session, first)).toEqual(['imported', 'imported']);
    expect(await outcomes(session, second)).toEqual(['duplicate', 'duplicate']);
  });

  it('end as cancelled when they were cancelled before they began', async () => {
    const session = await openSession();
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.txt'), 'The ferry was late.');
    await start(session, folder);
    await ask(session, 'job.cancel', { jobId: 1 });
    expect(await ends(session)).toEqual(['cancelled']);
  });

  it('refuse a file of a terabyte without reading it', async () => {
    const session = await openSession();
    const path = join(temporaryFolder(), 'sparse.txt');
    writeFileSync(path, 'The ferry');
    truncateSync(path, 1e12);
    const batchId = await start(session, path);
    expect(await ends(session)).toEqual(['done']);
    const [line] = await ask<ImportReportLine[]>(session, 'import.report', { batchId });
    expect(line?.outcome).toMatchObject({ kind: 'unreadable', reason: 'too-large' });
  });

  it('stop in the middle of a large file when they are cancelled, and keep nothing of it', async () => {
    const session = await openSession();
    const path = join(temporaryFolder(), 'sparse.txt');
    writeFileSync(path, 'The ferry');
    truncateSync(path, 2e9);
    const batchId = await start(session, path);
    await eventually(async () => {
      const [job] = await ask<Job[]>(session, 'job.list', {});
      expect(job?.current).toBe('sparse.txt');
    });
    await ask(session, 'job.cancel', { jobId: 1 });
    expect(await ends(session)).toEqual(['cancelled']);
    expect(await outcomes(session, batchId)).toEqual(['skipped']);
  });

  it('wait while they are paused, and go on with what is left', async () => {
    const session = await openSession();
    const folder = manyFiles(60);
    const batchId = await start(session, folder);
    await eventually(async () => expect((await job(session)).done).toBeGreaterThan(2));
    await ask(session, 'job.pause', { jobId: 1 });
    expect(await ends(session)).toEqual(['paused']);
    const kinds = await outcomes(session, batchId);
    expect(kinds).toHaveLength(60);
    expect(kinds).toContain('imported');
    expect(kinds).toContain('waiting');

    await ask(session, 'job.resume', { jobId: 1 });
    expect(await ends(session)).toEqual(['done']);
    expect(new Set(await outcomes(session, batchId))).toEqual(new Set(['imported']));
    expect(await ask<unknown[]>(session, 'document.list', {})).toHaveLength(60);
  });

  it('are cancelled while they are paused', async () => {
    const session = await openSession();
    const batchId = await start(session, manyFiles(60));
    await eventually(async () => expect((await job(session)).done).toBeGreaterThan(2));
    await ask(session, 'job.pause', { jobId: 1 });
    await ends(session);
    await ask(session, 'job.cancel', { jobId: 1 });
    await eventually(async () => expect((await job(session)).state.kind).toBe('cancelled'));
    expect(await outcomes(session, batchId)).toContain('skipped');
    expect(await outcomes(session, batchId)).not.toContain('waiting');
  });

  it('go on by themselves when the library is opened again; paused ones wait', async () => {
    const place = join(temporaryFolder(), 'Test.kartoteka');
    const first = await openSession(() => newLibrary(place));
    const running = await start(first, manyFiles(60));
    await eventually(async () => expect((await job(first)).done).toBeGreaterThan(2));
    await first.close();

    const second = await openSession(() => openLibrary(place, PASSPHRASE));
    await eventually(async () => expect(await job(second)).toMatchObject({ resumed: true }));
    await ask(second, 'job.pause', { jobId: 1 });
    expect(await ends(second)).toEqual(['paused']);
    await second.close();

    const third = await openSession(() => openLibrary(place, PASSPHRASE));
    const waiting = await eventually(async () => {
      const found = await job(third);
      expect(found.state.kind).toBe('paused');
      return found;
    });
    expect(waiting).toMatchObject({ batchId: running, resumed: true, total: 60 });
    await ask(third, 'job.resume', { jobId: 1 });
    expect(await ends(third)).toEqual(['done']);
    expect(new Set(await outcomes(third, running))).toEqual(new Set(['imported']));
    expect(await ask<unknown[]>(third, 'document.list', {})).toHaveLength(60);
  });

  it('keep their reports, until they are forgotten', async () => {
    const session = await openSession();
    const batchId = await start(session, manyFiles(2));
    await ends(session);
    expect(await ask(session, 'import.list', {})).toMatchObject([
      { id: batchId, done: 2, total: 2 },
    ]);
    await ask(session, 'import.forget', { batchId });
    expect(await ask(session, 'import.list', {})).toEqual([]);
    expect(await session.handle('import.report', { batchId })).toMatchObject({ ok: false });
  });
});

function manyFiles(count: number): string {
  const folder = temporaryFolder();
  for (let index = 0; index < count; index += 1) {
    const name = `${String(index).padStart(3, '0')}.txt`;
    writeFileSync(join(folder, name), `Statement ${index} about the ferry. `.repeat(200));
  }
  return folder;
}

async function job(session: LibrarySession): Promise<Job> {
  const [only] = await ask<Job[]>(session, 'job.list', {});
  if (!only) throw new Error('There is no job yet');
  return only;
}
