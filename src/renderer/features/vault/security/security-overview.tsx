import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { useSettings } from '../../../stores/settings.ts';
import { formatDay } from '../../library/format.ts';
import { IdleField } from './idle-field.tsx';
import { SlotList } from './slot-list.tsx';
import type { SecurityView } from './security-view.ts';
import styles from './security.module.css';

/** The state of things, and the way to each task. */
export function SecurityOverview({ onChoose }: { onChoose: (view: SecurityView) => void }) {
  const { t, i18n } = useTranslation('vault');
  const confirmed = useSettings((slice) => slice.settings?.recoverySheetConfirmed ?? null);
  return (
    <div className={styles['overview']}>
      <section>
        <h2>{t('overview-passphrases')}</h2>
        <SlotList onRemove={(slot) => onChoose({ kind: 'remove', slot })} />
        <div className={styles['acts']}>
          <Button data-focus-first onClick={() => onChoose({ kind: 'change' })}>
            {t('change-open')}
          </Button>
          <Button onClick={() => onChoose({ kind: 'add' })}>{t('add-open')}</Button>
        </div>
      </section>
      <section>
        <h2>{t('sheet-title')}</h2>
        <p className={confirmed === null ? styles['warning'] : undefined}>
          {confirmed === null
            ? t('overview-sheet-missing')
            : t('overview-sheet', { day: formatDay(confirmed, i18n.language) })}
        </p>
        <div className={styles['acts']}>
          <Button onClick={() => onChoose({ kind: 'sheet' })}>{t('sheet-open')}</Button>
        </div>
      </section>
      <section>
        <h2>{t('overview-lock')}</h2>
        <IdleField />
      </section>
      <section>
        <h2>{t('overview-new-key')}</h2>
        <p>{t('overview-new-key-text')}</p>
        <div className={styles['acts']}>
          <Button onClick={() => onChoose({ kind: 'reencrypt' })}>{t('reencrypt-open')}</Button>
        </div>
      </section>
      <section>
        <h2>{t('overview-erase')}</h2>
        <p>{t('overview-erase-text')}</p>
        <div className={styles['acts']}>
          <Button onClick={() => onChoose({ kind: 'erase' })}>{t('erase-open')}</Button>
        </div>
      </section>
    </div>
  );
}
