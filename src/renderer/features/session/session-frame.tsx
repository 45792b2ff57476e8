import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { showProtects } from '../../stores/protects.ts';
import { Mark } from './mark.tsx';
import styles from './session.module.css';

interface SessionFrameProps {
  readonly children: ReactNode;
  /** Leaves more room to a long form. */
  readonly tight?: boolean;
}

/** The quiet page around everything that comes before the library is open. */
export function SessionFrame({ children, tight }: SessionFrameProps) {
  const { t } = useTranslation(['session', 'common', 'protects']);
  return (
    <main className={styles['frame']}>
      <div className={styles['card']} data-tight={tight || undefined}>
        <p className={styles['brand']}>
          <Mark />
          {t('app', { ns: 'common' })}
        </p>
        {children}
        <footer className={styles['promise']}>
          {!tight && <p>{t('nothing-leaves')}</p>}
          <button type="button" className={styles['link']} onClick={() => showProtects(true)}>
            {t('title', { ns: 'protects' })}
          </button>
        </footer>
      </div>
    </main>
  );
}
