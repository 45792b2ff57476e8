import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from './mark.tsx';
import styles from './session.module.css';

/** The quiet page around everything that comes before the library is open. */
export function SessionFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation(['session', 'common']);
  return (
    <main className={styles['frame']}>
      <div className={styles['card']}>
        <p className={styles['brand']}>
          <Mark />
          {t('app', { ns: 'common' })}
        </p>
        {children}
        <p className={styles['promise']}>{t('nothing-leaves')}</p>
      </div>
    </main>
  );
}
