import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createSession, type LibrarySession } from '../../../src/core/handlers/index.ts';
import { nodePdfExtractor } from '../../../src/core/import/node-pdf-extractor.ts';
import { createLibrary } from '../../../src/core/library/library.ts';
import type { ImportReportLine, Job } from '../../../src/shared/domain/job.ts';
import { PASSPHRASE, temporaryFolder } from '../../helpers/temporary-library.ts';

async function openSession(): Promise<LibrarySession> {
  const folder = join(temporaryFolder(), 'Test.kartoteka');
  const session = await createSession({
    open: () => createLibrary(folder, 'Test', PASSPHRASE),
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
  return vi.waitFor(
    async () => {
      const jobs = await ask<Job[]>(session, 'job.list', {});
      const kinds = jobs.map(({ state }) => state.kind);
      expect(kinds).not.toContain('running');
      return kinds;
    },
    { timeout: 30_000 },
  );
}

async function outcomes(session: LibrarySession, jobId: number): Promise<string[]> {
  const report = await ask<ImportReportLine[]>(session, 'import.report', { jobId });
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
    const jobId = await start(session, folder);
    await ask(session, 'job.cancel', { jobId });
    expect(await ends(session)).toEqual(['cancelled']);
  });

  it('refuse a file of a terabyte without reading it', async () => {
    const session = await openSession();
    const path = join(temporaryFolder(), 'sparse.txt');
    writeFileSync(path, 'The ferry');
    truncateSync(path, 1e12);
    const jobId = await start(session, path);
    expect(await ends(session)).toEqual(['done']);
    const [line] = await ask<ImportReportLine[]>(session, 'import.report', { jobId });
    expect(line?.outcome).toMatchObject({ kind: 'unreadable', reason: 'too-large' });
  });

  it('stop in the middle of a large file when they are cancelled, and keep nothing of it', async () => {
    const session = await openSession();
    const path = join(temporaryFolder(), 'sparse.txt');
    writeFileSync(path, 'The ferry');
    truncateSync(path, 2e9);
    const jobId = await start(session, path);
    await vi.waitFor(async () => {
      const [job] = await ask<Job[]>(session, 'job.list', {});
      expect(job?.current).toBe('sparse.txt');
    });
    await ask(session, 'job.cancel', { jobId });
    expect(await ends(session)).toEqual(['cancelled']);
    expect(await outcomes(session, jobId)).toEqual(['skipped']);
  });
});
