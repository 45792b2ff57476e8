import { expect, test } from 'vitest';
import type { ImportOutcome } from '../../src/shared/domain/job.ts';
import { needsAttention, reportText } from '../../src/renderer/features/jobs/report-words.ts';

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
