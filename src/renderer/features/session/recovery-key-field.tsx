import { useTranslation } from 'react-i18next';
import { recoveryProblemText } from '../../../shared/i18n/index.ts';
import { RECOVERY_GROUPS } from '../../../shared/recovery/recovery-key.ts';
import { readRecoveryKey } from '../../../shared/recovery/read-recovery-key.ts';
import { Field } from '../../components/field.tsx';
import { i18n } from '../../i18n.ts';
import styles from './recovery-key-field.module.css';

interface RecoveryKeyFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The groups of the recovery sheet, checked while they are typed. */
export function RecoveryKeyField({ value, onChange }: RecoveryKeyFieldProps) {
  const { t } = useTranslation('session');
  const { fitting, problems, key } = readRecoveryKey(value);
  key?.fill(0);
  return (
    <Field
      label={t('recovery-key')}
      hint={
        <>
          <progress
            className={styles['fitting']}
            max={RECOVERY_GROUPS}
            value={fitting}
            aria-hidden
          />
          <span role="status">
            {key === null
              ? t('recovery-fitting', { count: fitting, all: RECOVERY_GROUPS })
              : t('recovery-whole')}
          </span>
        </>
      }
      warning={
        problems.length > 0 && (
          <ul role="status" className={styles['problems']}>
            {problems.map((problem) => {
              const words = recoveryProblemText(i18n, problem);
              return <li key={words}>{words}</li>;
            })}
          </ul>
        )
      }
    >
      {({ id, describedBy }) => (
        <textarea
          id={id}
          autoFocus
          rows={4}
          dir="ltr"
          lang="en"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          className={styles['key']}
          aria-describedby={describedBy}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
