import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { needsAttention, type ImportReportLine } from '../../../shared/domain/job.ts';
import { Button } from '../../components/button.tsx';
import { FilterField } from '../../components/filter-field.tsx';
import { Modal } from '../../components/modal.tsx';
import { useAsked } from '../../components/use-asked.ts';
import { copyText } from '../../stores/clipboard.ts';
import { showReport } from '../../stores/jobs.ts';
import { outcomeWords, reportText } from './report-words.ts';
import styles from './import-report-dialog.module.css';

const NO_LINES: readonly ImportReportLine[] = [];

/** How every file of an import ended. */
export function ImportReportDialog({ jobId }: { jobId: number }) {
  const { t } = useTranslation(['library', 'common']);
  const lines = useAsked('import.report', { jobId }, 0) ?? NO_LINES;
  const [filter, setFilter] = useState('');
  const [onlyAttention, setOnlyAttention] = useState(false);
  const [copied, setCopied] = useState(false);
  const attention = lines.filter((line) => needsAttention(line.outcome));
  const wanted = filter.trim().toLocaleLowerCase();
  const shown = (onlyAttention ? attention : lines).filter((line) =>
    `${line.fileName}\n${outcomeWords(line.outcome)}`.toLocaleLowerCase().includes(wanted),
  );
  const copy = async (): Promise<void> => {
    setCopied(await copyText(reportText(shown)));
  };
  return (
    <Modal
      wide
      title={t('report-title')}
      onClose={() => showReport(null)}
      footer={
        <>
          <Button disabled={shown.length === 0} onClick={() => void copy()}>
            {copied ? t('copied', { ns: 'common' }) : t('report-copy')}
          </Button>
          <Button look="primary" onClick={() => showReport(null)}>
            {t('close', { ns: 'common' })}
          </Button>
        </>
      }
    >
      <div className={styles['tools']}>
        <FilterField label={t('report-filter')} value={filter} onChange={setFilter} />
        <Button aria-pressed={!onlyAttention} onClick={() => setOnlyAttention(false)}>
          {t('report-all', { count: lines.length })}
        </Button>
        <Button aria-pressed={onlyAttention} onClick={() => setOnlyAttention(true)}>
          {t('report-attention', { count: attention.length })}
        </Button>
      </div>
      {shown.length === 0 ? <p>{t('report-none')}</p> : <ReportLines lines={shown} />}
    </Modal>
  );
}

const ROW_HEIGHT = 32;

function ReportLines({ lines }: { lines: readonly ImportReportLine[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  return (
    <div ref={scroller} className={styles['lines']} role="list" tabIndex={0}>
      <div className={styles['all']} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => {
          const line = lines[row.index];
          if (line === undefined) return null;
          return (
            <div
              key={row.key}
              role="listitem"
              className={styles['line']}
              data-attention={needsAttention(line.outcome) || undefined}
              style={{ height: ROW_HEIGHT, transform: `translateY(${row.start}px)` }}
            >
              <span className={styles['file']} dir="auto" title={line.path}>
                {line.fileName}
              </span>
              <span>{outcomeWords(line.outcome)}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
