import { expect, test } from 'vitest';
import {
  needsAttention,
  type ImportOutcome,
  type ImportReportLine,
  type Job,
} from '../../src/shared/domain/job.ts';
import {
  importEndWords,
  outcomeWords,
  reportText,
} from '../../src/renderer/features/jobs/report-words.ts';

const line = (fileName: string, outcome: ImportOutcome): ImportReportLine => ({
  id: 1,
  path: `/somewhere/${fileName}`,
  fileName,
  outcome,
  pages: 0,
  pagesWithoutText: 0,
  pagesGarbled: 0,
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
  const isAttention = (outcome: ImportOutcome): boolean => needsAttention(line('a.pdf', outcome));
  expect(isAttention({ kind: 'duplicate', documentId: 1 })).toBe(false);
  expect(isAttention({ kind: 'skipped', reason: 'symlink' })).toBe(false);
  expect(isAttention({ kind: 'waiting' })).toBe(false);
  expect(isAttention({ kind: 'needs-ocr', documentId: 1 })).toBe(true);
  expect(isAttention({ kind: 'unreadable', documentId: null, reason: 'not-a-pdf' })).toBe(true);
});

test('some pages without text are told, many need attention, and so does text that search cannot use', () => {
  const report = {
    ...line('a.pdf', { kind: 'imported', documentId: 1 }),
    pages: 10,
    pagesWithoutText: 2,
  };
  expect(needsAttention(report)).toBe(false);
  expect(outcomeWords(report)).toBe('Imported; 2 of 10 pages have no text (pictures or blank)');
  expect(needsAttention({ ...report, pagesWithoutText: 3 })).toBe(true);
  expect(needsAttention({ ...report, pagesWithoutText: 0, pagesGarbled: 1 })).toBe(true);
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
    batchId: 1,
    resumed: false,
    doneAtStart: 0,
  };
  expect(importEndWords(job)).toBe(
    'Import cancelled after 5 of 62 files; what was imported stays · 1 needs attention',
  );
  expect(importEndWords({ ...job, state: { kind: 'done' }, done: 62, failures: 0 })).toBe(
    'Import finished: 62 files',
  );
});
