import { expect, test } from 'vitest';
import { needsAttention, type ImportOutcome, type Job } from '../../src/shared/domain/job.ts';
import { importEndWords, reportText } from '../../src/renderer/features/jobs/report-words.ts';

const line = (fileName: string, outcome: ImportOutcome) => ({
  path: `/somewhere/${fileName}`,
  fileName,
  outcome,
});

test('a report to paste names files, never paths, and gives the reason', () => {
  const text = reportText([
    line('a.pdf', { kind: 'imported', documentId: 1 }),
    line('b.pdf', { kind: 'unreadable', documentId: null, reason: 'empty-file' }),
    line('.c', { kind: 'skipped', reason: 'hidden' }),
  ]);
  expect(text).toBe(
    'a.pdf\tImported\nb.pdf\tNot read: the file is empty\n.c\tLeft out: a hidden file',
  );
});

test('duplicates and left-out files need nothing, pages without text do', () => {
  expect(needsAttention({ kind: 'duplicate', documentId: 1 })).toBe(false);
  expect(needsAttention({ kind: 'skipped', reason: 'symlink' })).toBe(false);
  expect(needsAttention({ kind: 'needs-ocr', documentId: 1 })).toBe(true);
  expect(needsAttention({ kind: 'unreadable', documentId: null, reason: 'not-a-pdf' })).toBe(true);
});

test('a cancelled import is not called finished, in the status bar either', () => {
  const job: Job = {
    id: 1,
    what: 'import',
    state: { kind: 'cancelled' },
    done: 5,
    total: 62,
    current: '',
    failures: 1,
    startedAt: 0,
  };
  expect(importEndWords(job)).toBe(
    'Import cancelled after 5 of 62 files; what was imported stays · 1 needs attention',
  );
  expect(importEndWords({ ...job, state: { kind: 'done' }, done: 62, failures: 0 })).toBe(
    'Import finished: 62 files',
  );
});
