import { useTranslation } from 'react-i18next';
import type { RecoverySheet } from '../../../../shared/domain/keys.ts';
import { formatDay } from '../../library/format.ts';
import styles from './sheet.module.css';

/** Which library a sheet belongs to. Its name is left out: a sheet that is found should not tell what it is about. */
export function SheetFacts({ sheet }: { sheet: RecoverySheet }) {
  const { t, i18n } = useTranslation('vault');
  return (
    <dl className={styles['facts']}>
      <dt>{t('sheet-id')}</dt>
      <dd>
        <code>{sheet.libraryId}</code>
      </dd>
      <dt>{t('sheet-date')}</dt>
      <dd>{formatDay(sheet.keyMadeAt, i18n.language)}</dd>
    </dl>
  );
}
