import { useTranslation } from 'react-i18next';
import type { Strength } from '../../../shared/passphrase/strength.ts';
import styles from './strength-meter.module.css';

const GRADES = [0, 1, 2, 3, 4] as const;

/** Five bars and the words for them; null while nothing is typed. */
export function StrengthMeter({ strength }: { strength: Strength | null }) {
  const { t } = useTranslation('session');
  const words = strength === null ? t('strength-empty') : t(`strength-${strength}`);
  return (
    <div className={styles['meter']} data-strength={strength ?? undefined}>
      <div
        role="meter"
        aria-label={t('strength')}
        aria-valuemin={0}
        aria-valuemax={4}
        aria-valuenow={strength ?? 0}
        aria-valuetext={words}
        className={styles['bars']}
      >
        {GRADES.map((grade) => (
          <span key={grade} data-on={(strength !== null && strength >= grade) || undefined} />
        ))}
      </div>
      <span aria-live="polite">{words}</span>
    </div>
  );
}
