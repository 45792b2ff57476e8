/** The words of an import report. */
import { assertNever } from '../../../shared/assert-never.ts';
import type { ImportOutcome, ImportReportLine, Job } from '../../../shared/domain/job.ts';
import { i18n } from '../../i18n.ts';

export function outcomeWords(outcome: ImportOutcome): string {
  const t = i18n.getFixedT(null, 'library');
  switch (outcome.kind) {
    case 'imported':
    case 'duplicate':
    case 'needs-ocr':
    case 'password-needed':
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
  return lines.map((line) => `${line.fileName}\t${outcomeWords(line.outcome)}`).join('\n');
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
