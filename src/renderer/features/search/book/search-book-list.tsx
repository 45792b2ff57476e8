import { Clock, Bookmark, Pencil, Trash2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import { forgetSearch, keepRecentSearches, useSearchBook } from '../../../stores/search-book.ts';
import { useSettings } from '../../../stores/settings.ts';
import { showDialog } from '../../../stores/view.ts';
import { focusSearch } from '../focus-search.ts';
import { hitId } from '../hit-id.ts';
import { bookRowKey, removeRow, runRow, type BookRow } from './book-rows.ts';
import styles from './search-book.module.css';

interface SearchBookListProps {
  readonly rows: readonly BookRow[];
  /** Index of the row the keys are on. */
  readonly active: number;
}

/** What was saved and searched before, while the field is empty. */
export function SearchBookList({ rows, active }: SearchBookListProps) {
  const { t } = useTranslation('search');
  const keeps = useSettings(({ settings }) => settings?.recentSearches ?? true);
  const recent = useSearchBook((book) => book.recent.length);
  const firstRecent = rows.findIndex(({ kind }) => kind === 'recent');
  return (
    <div className={styles['book']}>
      <div id="search-results" role="listbox" aria-label={t('book')}>
        {rows.map((row, index) => (
          <div key={bookRowKey(row)} role="presentation">
            {index === 0 && row.kind === 'saved' && <h2>{t('saved')}</h2>}
            {index === firstRecent && <h2>{t('recent')}</h2>}
            <Row row={row} index={index} isActive={index === active} />
          </div>
        ))}
      </div>
      <div className={styles['keep']}>
        <label>
          <input type="checkbox" checked={keeps} onChange={() => void keepRecentSearches(!keeps)} />
          {t('recent-keep')}
        </label>
        {recent > 0 && (
          <Button look="quiet" onClick={() => void forgetSearch(null)}>
            {t('recent-clear')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Row({ row, index, isActive }: { row: BookRow; index: number; isActive: boolean }) {
  const { t } = useTranslation('search');
  const name = row.kind === 'saved' ? row.search.name : row.query;
  const Icon = row.kind === 'saved' ? Bookmark : Clock;
  return (
    <div className={styles['row']} data-active={isActive || undefined}>
      <div
        id={hitId(index)}
        role="option"
        aria-selected={isActive}
        className={styles['search']}
        onClick={() => {
          runRow(row);
          focusSearch();
        }}
      >
        <Icon size={15} aria-hidden />
        <span dir="auto">{name}</span>
        {row.kind === 'saved' && <code dir="auto">{row.search.query}</code>}
      </div>
      {row.kind === 'saved' && (
        <IconButton
          icon={Pencil}
          label={t('saved-rename', { name })}
          onClick={() => showDialog({ kind: 'rename-search', search: row.search })}
        />
      )}
      <IconButton
        icon={row.kind === 'saved' ? Trash2 : X}
        label={t(row.kind === 'saved' ? 'saved-delete' : 'recent-forget', { name })}
        onClick={() => removeRow(row)}
      />
    </div>
  );
}
