import { useTranslation } from 'react-i18next';
import { useLibrary } from '../../stores/session.ts';
import { useDocuments } from '../../stores/documents.ts';
import { JobProgress } from '../jobs/job-progress.tsx';
import { ClipboardNotice } from '../vault/clipboard-notice.tsx';
import { SheetReminder } from '../vault/sheet-reminder.tsx';
import styles from './status-bar.module.css';

/** The line at the bottom: long work at the left, the library at the right. */
export function StatusBar() {
  const { t } = useTranslation(['status', 'common']);
  const name = useLibrary(({ library }) => library?.name ?? '');
  const readOnly = useLibrary(({ library }) => library?.readOnly ?? false);
  const documents = useDocuments((slice) => slice.documents);
  const passages = documents.reduce((sum, document) => sum + document.passages, 0);
  return (
    <footer className={styles['bar']} aria-label={t('status')}>
      <JobProgress />
      <ClipboardNotice />
      <SheetReminder />
      <span className={styles['library']}>
        {readOnly && <strong className={styles['badge']}>{t('read-only')}</strong>}
        <bdi>{name}</bdi>
        {' · '}
        {t('documents', { ns: 'common', count: documents.length })}
        {' · '}
        {t('passages', { ns: 'common', count: passages })}
      </span>
    </footer>
  );
}
