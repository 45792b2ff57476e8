import { useTranslation } from 'react-i18next';
import type { Job } from '../../../shared/domain/job.ts';
import { formatNumber } from '../library/format.ts';
import { Button } from '../../components/button.tsx';
import { currentJob, showReport, useJobs } from '../../stores/jobs.ts';
import { useBackup } from '../../stores/backup.ts';
import { showBackupReport } from '../vault/backup/back-up.ts';
import { controlJob } from './control-job.ts';
import { importEndWords, importStopWords, runningWords } from './report-words.ts';
import { pace, timeLeft } from './time-left.ts';
import styles from './job-progress.module.css';

/** What runs now, how many of how many, how long still; what waits to go on; or the way to the last report. */
export function JobProgress() {
  const job = useJobs(currentJob);
  const { t } = useTranslation('jobs');
  if (!job) return null;
  if (job.state.kind === 'running') return <Running job={job} />;
  if (job.state.kind === 'paused' || job.state.kind === 'failed') return <Stopped job={job} />;
  if (job.what === 'backup') return <LastBackup />;
  return (
    <span className={styles['last']}>
      {importEndWords(job)}
      <button type="button" className={styles['link']} onClick={() => showReport(job.batchId)}>
        {t('show-report')}
      </button>
    </span>
  );
}

function LastBackup() {
  const { t } = useTranslation('jobs');
  const hasReport = useBackup(({ report }) => report !== null);
  return (
    <span className={styles['last']}>
      {t('backup-done')}
      {hasReport && (
        <button type="button" className={styles['link']} onClick={showBackupReport}>
          {t('show-report')}
        </button>
      )}
    </span>
  );
}

function Running({ job }: { job: Job }) {
  const { t, i18n } = useTranslation('jobs');
  const heardAt = useJobs((jobs) => jobs.heardAt);
  const left = timeLeft(job, heardAt);
  const perMinute = pace(job, heardAt);
  return (
    <div className={styles['progress']} role="status">
      <progress
        aria-label={runningWords(job)}
        max={Math.max(1, job.total)}
        value={job.total === 0 ? undefined : job.done}
      />
      <span className={styles['text']}>
        {runningWords(job)}
        {job.failures > 0 && ` · ${t('attention', { count: job.failures })}`}
        {left !== null &&
          ` · ${left < 1 ? t('left-seconds') : t('left-minutes', { count: Math.round(left) })}`}
        {perMinute !== null &&
          job.what === 'import' &&
          ` · ${t('pace', { perMinute: formatNumber(Math.round(perMinute), i18n.language) })}`}
      </span>
      <span className={styles['current']} dir="auto" title={job.current}>
        {job.current}
      </span>
      {job.what === 'import' && (
        <Button
          look="quiet"
          title={t('pause-hint')}
          onClick={() => void controlJob('pause', job.id)}
        >
          {t('pause')}
        </Button>
      )}
      <CancelButton job={job} />
    </div>
  );
}

/** Paused by a person, or stopped because the library could not be written. */
function Stopped({ job }: { job: Job }) {
  const { t } = useTranslation('jobs');
  return (
    <div className={styles['progress']} role="status">
      <span className={styles['text']}>{importStopWords(job)}</span>
      <Button look="quiet" onClick={() => void controlJob('resume', job.id)}>
        {t('resume')}
      </Button>
      <CancelButton job={job} />
    </div>
  );
}

function CancelButton({ job }: { job: Job }) {
  const { t } = useTranslation('jobs');
  return (
    <Button
      look="quiet"
      title={t(job.what === 'backup' ? 'backup-cancel-hint' : 'cancel-hint')}
      onClick={() => void controlJob('cancel', job.id)}
    >
      {t('cancel')}
    </Button>
  );
}
