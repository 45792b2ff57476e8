import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { needsAttention, type ImportReportLine } from '../../../shared/domain/job.ts';
import { PdfPasswordField } from '../../components/pdf-password-field.tsx';
import { showReport } from '../../stores/jobs.ts';
import { openAt } from '../../stores/view.ts';
import { outcomeWords } from './report-words.ts';
import styles from './import-report-dialog.module.css';

/** CSS pixels. */
const ROW_HEIGHT = 32;
/** With room for the password field and what was wrong with it. */
const PASSWORD_ROW_HEIGHT = 76;

/** The lines of an import report, of which only those on the screen exist. A document is opened by its name. */
export function ReportLines({ lines }: { lines: readonly ImportReportLine[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) =>
      lines[index]?.outcome.kind === 'password-needed' ? PASSWORD_ROW_HEIGHT : ROW_HEIGHT,
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
              data-attention={needsAttention(line) || undefined}
              style={{ height: row.size, transform: `translateY(${row.start}px)` }}
            >
              <FileName line={line} />
              {line.outcome.kind === 'password-needed' ? (
                <PdfPasswordField documentId={line.outcome.documentId} />
              ) : (
                <span title={outcomeWords(line)}>{outcomeWords(line)}</span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function FileName({ line: { outcome, fileName, path } }: { line: ImportReportLine }) {
  const { t } = useTranslation('library');
  const documentId = 'documentId' in outcome ? outcome.documentId : null;
  if (documentId === null) {
    return (
      <span className={styles['file']} dir="auto" title={path}>
        {fileName}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={styles['open']}
      dir="auto"
      title={`${path}\n${t('report-open')}`}
      onClick={() => {
        showReport(null);
        openAt({ documentId, page: 1, resume: true });
      }}
    >
      {fileName}
    </button>
  );
}
