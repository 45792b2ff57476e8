import { useTranslation } from 'react-i18next';
import { showProtects } from '../../stores/protects.ts';
import styles from './originals-note.module.css';

/** Says after an import what did not happen to the files. */
export function OriginalsNote() {
  const { t } = useTranslation('vault');
  return (
    <p className={styles['note']}>
      {t('originals-stay')}{' '}
      <button type="button" onClick={() => showProtects(true)}>
        {t('originals-more')}
      </button>
    </p>
  );
}
