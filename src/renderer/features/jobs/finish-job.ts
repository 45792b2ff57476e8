/** Says how a job ended, unless it simply went well: that stands in the status bar, with the report. */
import type { Job } from '../../../shared/domain/job.ts';
import { i18n } from '../../i18n.ts';
import { showReport } from '../../stores/jobs.ts';
import { showFailure, showNotice } from '../../stores/notices.ts';
import { controlJob } from './control-job.ts';
import { importEndWords } from './report-words.ts';

export function finishJob(job: Job): void {
  const { kind } = job.state;
  if (kind === 'running' || kind === 'paused' || job.what !== 'import') return;
  if (kind === 'failed') return showFailure(job.state.failure);
  if (kind === 'done' && job.failures === 0) return;
  const t = i18n.getFixedT(null, 'jobs');
  showNotice({
    // Not a problem that stays in the way: the status bar keeps the count and the report.
    tone: 'info',
    text: importEndWords(job),
    act: { label: t('show-report'), run: () => showReport(job.batchId) },
  });
}

/** Says that an import of an earlier session goes on, and how to stop it. */
export function announceResumed(job: Job): void {
  if (!job.resumed || job.state.kind !== 'running') return;
  const t = i18n.getFixedT(null, 'jobs');
  showNotice({
    tone: 'info',
    text:
      job.total === 0
        ? t('import-resumed-counting')
        : t('import-resumed', { count: job.total - job.done }),
    act: { label: t('cancel-rest'), run: () => void controlJob('cancel', job.id) },
  });
}
