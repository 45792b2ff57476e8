import { ClipboardList, FileDown, FolderInput, Import } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton, ActionIconButton } from '../../components/action-button.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ListPane } from '../../components/list-pane.tsx';
import { useDocuments } from '../../stores/documents.ts';
import { runningJob, useJobs } from '../../stores/jobs.ts';
import { columnWords } from './document-columns.ts';
import { DocumentFilters } from './document-filters.tsx';
import { DocumentTable } from './document-table.tsx';
import { importSamples } from './import-files.ts';
import {
  filterDocuments,
  NO_FILTER,
  sortDocuments,
  type DocumentOrder,
} from './order-documents.ts';
import styles from './library.module.css';

/** The documents of the library. */
export function LibrarySection() {
  const { t, i18n } = useTranslation(['library']);
  const { documents, loaded } = useDocuments();
  const importing = useJobs((jobs) => runningJob(jobs) !== undefined);
  const [filter, setFilter] = useState(NO_FILTER);
  const [order, setOrder] = useState<DocumentOrder>({ column: 'title', descending: false });
  const collator = useMemo(
    () => new Intl.Collator(i18n.language, { numeric: true, sensitivity: 'base' }),
    [i18n.language],
  );
  const shown = useMemo(
    () =>
      sortDocuments(
        filterDocuments(documents, filter, (document, column) => columnWords(column, document, t)),
        order,
        collator,
      ),
    [documents, filter, order, collator, t],
  );
  if (!loaded) return null;
  if (documents.length === 0 && !importing) return <EmptyLibrary />;
  const count =
    shown.length === documents.length
      ? t('count', { count: documents.length })
      : t('count-filtered', { shown: shown.length, all: documents.length });
  return (
    <ListPane
      title={t('title')}
      aside={
        <>
          <span className={styles['count']} aria-live="polite">
            {count}
          </span>
          <ActionIconButton action="library.import-reports" icon={ClipboardList} />
          <ActionIconButton action="library.import-folder" icon={FolderInput} />
          <ActionButton action="library.import-files">
            <Import size={16} aria-hidden />
            {t('import')}
          </ActionButton>
        </>
      }
      tools={<DocumentFilters documents={documents} filter={filter} onFilter={setFilter} />}
    >
      {shown.length === 0 && filter.text !== '' ? (
        <EmptyState>{t('no-match', { filter: filter.text })}</EmptyState>
      ) : (
        <DocumentTable
          documents={shown}
          filter={JSON.stringify(filter)}
          order={order}
          onOrder={setOrder}
        />
      )}
    </ListPane>
  );
}

function EmptyLibrary() {
  const { t } = useTranslation('library');
  return (
    <ListPane title={t('title')}>
      <EmptyState
        dropZone
        icon={FileDown}
        title={t('empty-title')}
        acts={
          <>
            <ActionButton action="library.import-files" look="primary">
              {t('import')}
            </ActionButton>
            <ActionButton action="library.import-folder">{t('import-folder')}</ActionButton>
            <Button look="quiet" onClick={() => void importSamples()}>
              {t('try-samples')}
            </Button>
          </>
        }
      >
        {t('empty-text')}
      </EmptyState>
    </ListPane>
  );
}
