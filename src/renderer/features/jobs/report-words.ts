/** The words of an import report. */
import { assertNever } from '../../../shared/assert-never.ts';
import type { ImportBatch, ImportReportLine, Job } from '../../../shared/domain/job.ts';
import { i18n } from '../../i18n.ts';

export function outcomeWords({
  outcome,
  pages,
  pagesWithoutText,
  pagesGarbled,
}: ImportReportLine): string {
  const t = i18n.getFixedT(null, 'library');
  switch (outcome.kind) {
    case 'imported':
      return [
        t('outcome-imported'),
        pagesGarbled > 0 ? t('outcome-garbled', { count: pagesGarbled, pages }) : '',
        pagesWithoutText > 0 ? t('outcome-without-text', { count: pagesWithoutText, pages }) : '',
      ]
        .filter(Boolean)
        .join('; ');
    case 'duplicate':
    case 'needs-ocr':
    case 'password-needed':
    case 'waiting':
    case 'deleted':
      return t(`outcome-${outcome.kind}`);
    case 'unreadable':
      return t('outcome-unreadable', { reason: i18n.t(outcome.reason, { ns: 'unreadable' }) });
    case 'skipped':
      return t('outcome-skipped', { reason: t(`skip-${outcome.reason}`) });
    default:
      return assertNever(outcome);
  }
}

/** The report as lines of text, file and outcome parted by a tab: it can be pasted into a table. */
export function reportText(lines: readonly ImportReportLine[]): string {
  return lines.map((line) => `${line.fileName}\t${outcomeWords(line)}`).join('\n');
}

/** What a job does now, and how far it is. */
export function runningWords({ what, done, total }: Job): string {
  const t = i18n.getFixedT(null, 'jobs');
  if (what === 'backup') {
    return t('backup-running', { percent: Math.floor((100 * done) / Math.max(1, total)) });
  }
  if (what === 'import' && total === 0) return t('import-counting');
  return t(`${what}-running`, { done, total });
}

/** How an import ended, in one line. */
export function importEndWords(job: Job): string {
  const t = i18n.getFixedT(null, 'jobs');
  const end =
    job.state.kind === 'cancelled'
      ? t('import-cancelled', { done: job.done, total: job.total })
      : t('import-done', { count: job.done });
  return job.failures === 0 ? end : `${end} · ${t('attention', { count: job.failures })}`;
}

/** Where an import that can go on has stopped. */
export function importStopWords(job: Job): string {
  const t = i18n.getFixedT(null, 'jobs');
  const counts = { done: job.done, total: job.total };
  return job.state.kind === 'paused' ? t('import-paused', counts) : t('import-stopped', counts);
}

/** An import as it is offered among the others: when, how many files. */
export function batchWords(batch: ImportBatch): string {
  const t = i18n.getFixedT(null, 'library');
  const when = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(batch.createdAt));
  const files = t('report-files', { count: batch.total });
  return batch.state === 'done'
    ? `${when} · ${files}`
    : `${when} · ${files} · ${t(`batch-${batch.state}`)}`;
}
