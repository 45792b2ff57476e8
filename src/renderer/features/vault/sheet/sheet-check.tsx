import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { compareGroup } from './compare-group.ts';
import { GroupField } from './group-field.tsx';
import styles from './sheet.module.css';

interface SheetCheckProps {
  readonly groups: readonly string[];
  /** The groups that are asked for, counted from 1. */
  readonly asked: readonly number[];
  readonly onBack: () => void;
  readonly onPassed: () => Promise<void>;
}

/** Some groups typed again from the paper: the screen no longer shows them. */
export function SheetCheck({ groups, asked, onBack, onPassed }: SheetCheckProps) {
  const { t } = useTranslation('vault');
  const [typed, setTyped] = useState<readonly string[]>(() => asked.map(() => ''));
  const [busy, setBusy] = useState(false);
  const readings = asked.map((number, index) => compareGroup(typed[index] ?? '', groups, number));
  const missing = readings.findIndex(({ kind }) => kind !== 'right');
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (missing >= 0) {
      return event.currentTarget.querySelectorAll('input')[missing]?.focus();
    }
    setBusy(true);
    await onPassed();
    setBusy(false);
  };
  return (
    <form className={styles['steps']} noValidate onSubmit={(event) => void submit(event)}>
      <p>{t('check-intro')}</p>
      <div className={styles['fields']}>
        {asked.map((number, index) => (
          <GroupField
            key={number}
            number={number}
            autoFocus={index === 0}
            value={typed[index] ?? ''}
            reading={readings[index] ?? { kind: 'unfinished' }}
            onChange={(value) =>
              setTyped((before) => before.map((old, at) => (at === index ? value : old)))
            }
          />
        ))}
      </div>
      <div className={styles['acts']}>
        <Button onClick={onBack}>{t('check-back')}</Button>
        <Button type="submit" look="primary" className={styles['end']} disabled={busy}>
          {t('check-done')}
        </Button>
      </div>
    </form>
  );
}
