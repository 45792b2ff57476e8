import { ClipboardList, Columns3, FileDown, FolderInput, Import } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton, ActionIconButton } from '../../components/action-button.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FilterField } from '../../components/filter-field.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Select } from '../../components/input.tsx';
import { ListPane } from '../../components/list-pane.tsx';
import { useDocuments } from '../../stores/documents.ts';
import { showDialog } from '../../stores/view.ts';
import { runningJob, useJobs } from '../../stores/jobs.ts';
import { DocumentTable } from './document-table.tsx';
import { importSamples } from './import-files.ts';
import { languageWords } from './document-words.ts';
import {
  filterDocuments,
  languagesOf,
  sortDocuments,
  type DocumentOrder,
} from './order-documents.ts';
import styles from './library.module.css';

/** The documents of the library. */
export function LibrarySection() {
  const { t, i18n } = useTranslation(['library']);
  const { documents, loaded } = useDocuments();
  const importing = useJobs((jobs) => runningJob(jobs) !== undefined);
  const [filter, setFilter] = useState('');
  const [language, setLanguage] = useState<string | null>(null);
  const languages = useMemo(() => languagesOf(documents), [documents]);
  const [order, setOrder] = useState<DocumentOrder>({ column: 'title', descending: false });
  const collator = useMemo(
    () => new Intl.Collator(i18n.language, { numeric: true, sensitivity: 'base' }),
    [i18n.language],
  );
  const shown = useMemo(
    () => sortDocuments(filterDocuments(documents, filter, language), order, collator),
    [documents, filter, language, order, collator],
  );
  if (!loaded) return null;
  if (documents.length === 0 && !importing) return <EmptyLibrary />;
  const count =
    filter === '' && language === null
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
      tools={
        <>
          <FilterField label={t('filter')} value={filter} onChange={setFilter} />
          {languages.length > 1 && (
            <Select
              className={styles['language'] ?? ''}
              aria-label={t('language-filter')}
              value={language ?? ''}
              onChange={(event) => setLanguage(event.target.value || null)}
            >
              <option value="">{t('language-all')}</option>
              {languages.map((code) => (
                <option key={code} value={code}>
                  {languageWords(code, i18n.language)}
                </option>
              ))}
            </Select>
          )}
          <IconButton
            icon={Columns3}
            label={t('columns-choose')}
            onClick={() => showDialog({ kind: 'document-columns' })}
          />
        </>
      }
    >
      {shown.length === 0 && filter !== '' ? (
        <EmptyState>{t('no-match', { filter })}</EmptyState>
      ) : (
        <DocumentTable
          documents={shown}
          filter={`${language} ${filter}`}
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
