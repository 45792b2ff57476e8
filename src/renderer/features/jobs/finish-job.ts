/** Says how a job ended, unless it simply went well: that stands in the status bar, with the report. */
import type { Job } from '../../../shared/domain/job.ts';
import { i18n } from '../../i18n.ts';
import { showReport } from '../../stores/jobs.ts';
import { showFailure, showNotice } from '../../stores/notices.ts';
import { importEndWords } from './report-words.ts';

export function finishJob(job: Job): void {
  if (job.state.kind === 'running' || job.what !== 'import') return;
  if (job.state.kind === 'failed') return showFailure(job.state.failure);
  if (job.state.kind === 'done' && job.failures === 0) return;
  const t = i18n.getFixedT(null, 'jobs');
  showNotice({
    // Not a problem that stays in the way: the status bar keeps the count and the report.
    tone: 'info',
    text: importEndWords(job),
    act: { label: t('show-report'), run: () => showReport(job.id) },
  });
}
