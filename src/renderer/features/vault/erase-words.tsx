import { useTranslation } from 'react-i18next';
import styles from './erase-words.module.css';

/** What erasing the keys does, and what it does not. */
export function EraseWords() {
  const { t } = useTranslation('vault');
  return (
    <ul className={styles['list']}>
      <li>{t('erase-does')}</li>
      <li>{t('erase-sheet')}</li>
      <li>{t('erase-copies')}</li>
      <li>{t('erase-remnants')}</li>
    </ul>
  );
}
