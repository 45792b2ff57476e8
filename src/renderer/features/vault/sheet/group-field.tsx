import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../../shared/assert-never.ts';
import { Field } from '../../../components/field.tsx';
import { Input } from '../../../components/input.tsx';
import type { GroupReading } from './compare-group.ts';
import styles from './sheet.module.css';

interface GroupFieldProps {
  readonly number: number;
  readonly value: string;
  readonly reading: GroupReading;
  readonly autoFocus: boolean;
  readonly onChange: (value: string) => void;
}

/** One group of the key, typed from the paper, with the place of a mistake. */
export function GroupField({ number, value, reading, autoFocus, onChange }: GroupFieldProps) {
  const { t } = useTranslation('vault');
  return (
    <Field
      label={t('check-group', { group: number })}
      problem={useProblem(reading)}
      hint={reading.kind === 'right' ? t('check-right') : t('check-hint')}
    >
      {({ id, describedBy }) => (
        <Input
          id={id}
          large
          dir="ltr"
          autoFocus={autoFocus}
          autoCapitalize="characters"
          className={styles['group']}
          data-right={reading.kind === 'right' || undefined}
          aria-describedby={describedBy}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

function useProblem(reading: GroupReading): string | null {
  const { t } = useTranslation('vault');
  switch (reading.kind) {
    case 'right':
    case 'unfinished':
      return null;
    case 'letter-wrong':
      return t('check-letter', { letter: reading.letter });
    case 'other-group':
      return t('check-other', { group: reading.group });
    case 'too-long':
      return t('check-long');
    default:
      return assertNever(reading);
  }
}
