import { Check, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Excerpt } from '../../../shared/domain/excerpt.ts';
import styles from './exports.module.css';

/** How many excerpts leave, and which fields of them. */
export function ExportPreview({ excerpts }: { excerpts: readonly Excerpt[] | null }) {
  const { t } = useTranslation('exports');
  if (excerpts === null) return <p role="status">{t('counting')}</p>;
  if (excerpts.length === 0) return <p role="status">{t('count-none')}</p>;
  const notes = excerpts.filter((excerpt) => excerpt.note !== '').length;
  return (
    <section className={styles['preview']} aria-label={t('fields')}>
      <p role="status">
        <strong>{t('count', { count: excerpts.length })}</strong>
      </p>
      <ul>
        {(['quote', 'source', 'labels', 'hash'] as const).map((field) => (
          <li key={field}>
            <Check size={14} aria-hidden />
            {t(`field-${field}`)}
          </li>
        ))}
        {notes > 0 && (
          <li>
            <Check size={14} aria-hidden />
            {t('field-note')} ({t('field-notes', { count: notes })})
          </li>
        )}
      </ul>
      <p className={styles['warning']}>
        <TriangleAlert size={16} aria-hidden />
        {t('not-encrypted')}
      </p>
    </section>
  );
}
