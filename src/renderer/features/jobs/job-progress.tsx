import { useTranslation } from 'react-i18next';
import type { Job } from '../../../shared/domain/job.ts';
import { call } from '../../api.ts';
import { Button } from '../../components/button.tsx';
import { runningJob, showReport, useJobs } from '../../stores/jobs.ts';
import { showFailure } from '../../stores/notices.ts';
import { importEndWords } from './report-words.ts';
import { timeLeft } from './time-left.ts';
import styles from './job-progress.module.css';

/** What runs now, how many of how many, how long still; or the way to the last report. */
export function JobProgress() {
  const running = useJobs(runningJob);
  const last = useJobs((slice) =>
    [...slice.jobs.values()].findLast((job) => job.what === 'import'),
  );
  const { t } = useTranslation('jobs');
  if (running) return <Running job={running} />;
  if (!last || last.state.kind === 'failed') return null;
  return (
    <span className={styles['last']}>
      {importEndWords(last)}
      <button type="button" className={styles['link']} onClick={() => showReport(last.id)}>
        {t('show-report')}
      </button>
    </span>
  );
}

function Running({ job }: { job: Job }) {
  const { t } = useTranslation('jobs');
  const left = timeLeft(
    job,
    useJobs((jobs) => jobs.heardAt),
  );
  return (
    <div className={styles['progress']} role="status">
      <progress
        aria-label={t(`${job.what}-running`, { done: job.done, total: job.total })}
        max={Math.max(1, job.total)}
        value={job.total === 0 ? undefined : job.done}
      />
      <span className={styles['text']}>
        {job.total === 0
          ? t('import-counting')
          : t(`${job.what}-running`, { done: job.done, total: job.total })}
        {job.failures > 0 && ` · ${t('attention', { count: job.failures })}`}
        {left !== null &&
          ` · ${left < 1 ? t('left-seconds') : t('left-minutes', { count: Math.round(left) })}`}
      </span>
      <span className={styles['current']} dir="auto">
        {job.current}
      </span>
      <Button
        look="quiet"
        title={t('cancel-hint')}
        onClick={() => {
          void call('job.cancel', { jobId: job.id }).then((outcome) => {
            if (!outcome.ok) showFailure(outcome.failure);
          });
        }}
      >
        {t('cancel')}
      </Button>
    </div>
  );
}
