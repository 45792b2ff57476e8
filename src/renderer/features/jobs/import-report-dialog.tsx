import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  needsAttention,
  type ImportBatch,
  type ImportReportLine,
} from '../../../shared/domain/job.ts';
import { Button } from '../../components/button.tsx';
import { FilterField } from '../../components/filter-field.tsx';
import { Select } from '../../components/input.tsx';
import { Modal } from '../../components/modal.tsx';
import { useAsked } from '../../components/use-asked.ts';
import { copyText } from '../../stores/clipboard.ts';
import { useChanges } from '../../stores/changes.ts';
import { showReport } from '../../stores/jobs.ts';
import { OriginalsNote } from '../vault/originals-note.tsx';
import { ReportLines } from './report-lines.tsx';
import { batchWords, outcomeWords, reportText } from './report-words.ts';
import styles from './import-report-dialog.module.css';

const NO_LINES: readonly ImportReportLine[] = [];

/** How every file of an import ended; the earlier imports can be chosen. */
export function ImportReportDialog({ batchId }: { batchId: number | 'latest' }) {
  const { t } = useTranslation(['library', 'common']);
  const changes = useChanges((slice) => slice.document);
  const batches = useAsked('import.list', {}, changes);
  const chosen = batchId === 'latest' ? batches?.[0]?.id : batchId;
  return (
    <Modal wide title={t('report-title')} onClose={() => showReport(null)}>
      {chosen === undefined ? (
        <p>{batches === null ? '' : t('report-no-imports')}</p>
      ) : (
        <Report key={chosen} batchId={chosen} batches={batches ?? []} revision={changes} />
      )}
    </Modal>
  );
}

interface ReportProps {
  readonly batchId: number;
  readonly batches: readonly ImportBatch[];
  readonly revision: number;
}

function Report({ batchId, batches, revision }: ReportProps) {
  const { t } = useTranslation(['library', 'common']);
  const lines = useAsked('import.report', { batchId }, revision) ?? NO_LINES;
  const [filter, setFilter] = useState('');
  const [onlyAttention, setOnlyAttention] = useState(false);
  const [copied, setCopied] = useState(false);
  const attention = lines.filter(needsAttention);
  const wanted = filter.trim().toLocaleLowerCase();
  const shown = (onlyAttention ? attention : lines).filter((line) =>
    `${line.fileName}\n${outcomeWords(line)}`.toLocaleLowerCase().includes(wanted),
  );
  const copy = async (): Promise<void> => {
    setCopied(await copyText(reportText(shown)));
  };
  return (
    <>
      {batches.length > 1 && (
        <Select
          aria-label={t('report-which')}
          value={batchId}
          onChange={(event) => showReport(Number(event.target.value))}
        >
          {batches.map((batch) => (
            <option key={batch.id} value={batch.id}>
              {batchWords(batch)}
            </option>
          ))}
        </Select>
      )}
      <div className={styles['tools']}>
        <FilterField label={t('report-filter')} value={filter} onChange={setFilter} />
        <Button aria-pressed={!onlyAttention} onClick={() => setOnlyAttention(false)}>
          {t('report-all', { count: lines.length })}
        </Button>
        <Button aria-pressed={onlyAttention} onClick={() => setOnlyAttention(true)}>
          {t('report-attention', { count: attention.length })}
        </Button>
        <Button disabled={shown.length === 0} onClick={() => void copy()}>
          {copied ? t('copied', { ns: 'common' }) : t('report-copy')}
        </Button>
      </div>
      <OriginalsNote />
      {shown.length === 0 ? <p>{t('report-none')}</p> : <ReportLines lines={shown} />}
    </>
  );
}
