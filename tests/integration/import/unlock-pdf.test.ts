import { describe, expect, it } from 'vitest';
import { originalOf } from '../../../src/core/handlers/documents.ts';
import { unlockPdf } from '../../../src/core/import/unlock-pdf.ts';
import { listBatches, listItems } from '../../../src/core/library/queries/import-batch.ts';
import { FailureError } from '../../../src/shared/failure.ts';
import { openSession, type ImportSession } from '../../fixtures/import/import-session.ts';
import { makeProtectedPdf } from '../../fixtures/import/make-protected-pdf.ts';

const PASSWORD = 'orvel-1987';
const { signal } = new AbortController();

async function sessionWithProtected(): Promise<ImportSession> {
  const session = await openSession();
  const pdf = makeProtectedPdf(PASSWORD, 'The ferry to Orvel Bay was stopped at dawn.');
  const [line] = await session.import(session.file('protected.pdf', pdf));
  expect(line?.outcome).toEqual({ kind: 'password-needed', documentId: 1 });
  return session;
}

function failureOf(run: Promise<unknown>): Promise<unknown> {
  return run.then(
    () => 'done',
    (error: unknown) => (error instanceof FailureError ? error.failure : error),
  );
}

describe('a PDF that asks for a password', () => {
  it('is read with it: text, search, report; the password is kept for drawing', async () => {
    const session = await sessionWithProtected();
    const document = await unlockPdf(session, 1, PASSWORD, signal);
    expect(document).toMatchObject({ state: { kind: 'imported' }, pages: 1 });
    expect(session.textOf(1)).toBe('The ferry to Orvel Bay was stopped at dawn.');
    expect(session.search.search('orvel', { limit: 5 }).total).toBe(1);
    expect(session.search.verify()).toMatchObject({ problems: 0 });
    const [batch] = listBatches(session.library.database);
    const items = listItems(session.library.database, batch?.id ?? 0);
    expect(items.map(({ outcome }) => outcome)).toEqual([{ kind: 'imported', documentId: 1 }]);
    expect(originalOf(session.library, 1).password).toBe(PASSWORD);
  });

  it('stays as it was when the password is wrong', async () => {
    const session = await sessionWithProtected();
    expect(await failureOf(unlockPdf(session, 1, 'orvel-1978', signal))).toEqual({
      kind: 'wrong-pdf-password',
    });
    expect(session.documents()).toMatchObject([{ state: { kind: 'password-needed' }, pages: 0 }]);
    expect(originalOf(session.library, 1).password).toBeNull();
  });

  it('keeps the title a person gave it, and is found by it', async () => {
    const session = await sessionWithProtected();
    session.library.database.prepare("UPDATE source_document SET title = 'Harbour diary'").run();
    session.search.documentChanged(1);
    await unlockPdf(session, 1, PASSWORD, signal);
    expect(session.documents()).toMatchObject([{ title: 'Harbour diary' }]);
    expect(session.search.search('title:harbour', { limit: 5 }).total).toBe(1);
    expect(session.search.verify()).toMatchObject({ problems: 0 });
  });

  it('is read once, however often it is asked for', async () => {
    const session = await sessionWithProtected();
    const both = [unlockPdf(session, 1, PASSWORD, signal), unlockPdf(session, 1, PASSWORD, signal)];
    expect(await Promise.all(both.map(failureOf))).toEqual([
      'done',
      { kind: 'not-found', noun: 'document' },
    ]);
    expect(session.documents()).toMatchObject([{ state: { kind: 'imported' }, pages: 1 }]);
  });
});
