import { Columns3 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  DOCUMENT_COLUMNS,
  type DocumentColumn,
  type SourceDocument,
} from '../../../shared/domain/source-document.ts';
import { FilterField } from '../../components/filter-field.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Select } from '../../components/input.tsx';
import { showDialog } from '../../stores/view.ts';
import { languageWords } from './document-words.ts';
import { languagesOf, type DocumentFilter } from './order-documents.ts';
import styles from './library.module.css';

interface DocumentFiltersProps {
  readonly documents: readonly SourceDocument[];
  readonly filter: DocumentFilter;
  readonly onFilter: (filter: DocumentFilter) => void;
}

/** What the list is kept to: words anywhere or in one column, and a language. */
export function DocumentFilters({ documents, filter, onFilter }: DocumentFiltersProps) {
  const { t, i18n } = useTranslation('library');
  const languages = useMemo(() => languagesOf(documents), [documents]);
  return (
    <>
      <FilterField
        label={t('filter')}
        value={filter.text}
        onChange={(text) => onFilter({ ...filter, text })}
      />
      <Select
        className={styles['filter-column'] ?? ''}
        aria-label={t('filter-column')}
        data-used={filter.column !== null || undefined}
        value={filter.column ?? ''}
        onChange={(event) =>
          onFilter({ ...filter, column: (event.target.value || null) as DocumentColumn | null })
        }
      >
        <option value="">{t('filter-all')}</option>
        {DOCUMENT_COLUMNS.map((column) => (
          <option key={column} value={column}>
            {t(`column-${column}`)}
          </option>
        ))}
      </Select>
      {languages.length > 1 && (
        <Select
          className={styles['filter-language'] ?? ''}
          aria-label={t('language-filter')}
          value={filter.language ?? ''}
          onChange={(event) => onFilter({ ...filter, language: event.target.value || null })}
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
  );
}
