import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IDLE_MINUTES } from '../../../../shared/domain/settings.ts';
import { call } from '../../../api.ts';
import { Field } from '../../../components/field.tsx';
import { Select } from '../../../components/input.tsx';
import { wordsOf } from '../../../i18n.ts';
import { noteSettings, useSettings } from '../../../stores/settings.ts';
import styles from './security.module.css';

/** After how long the library locks itself. */
export function IdleField() {
  const { t } = useTranslation('vault');
  const minutes = useSettings((slice) => slice.settings?.idleMinutes);
  const [problem, setProblem] = useState<string | null>(null);
  const choose = async (chosen: number): Promise<void> => {
    const idleMinutes = IDLE_MINUTES.find((known) => known === chosen);
    if (idleMinutes === undefined) return;
    const outcome = await call('settings.set', { idleMinutes });
    setProblem(outcome.ok ? null : wordsOf(outcome.failure));
    if (outcome.ok) noteSettings(outcome.value);
  };
  return (
    <Field label={t('idle')} hint={t('idle-hint')} problem={problem}>
      {({ id, describedBy }) => (
        <Select
          id={id}
          className={styles['short']}
          aria-describedby={describedBy}
          value={minutes}
          onChange={(event) => void choose(Number(event.target.value))}
        >
          {IDLE_MINUTES.map((each) => (
            <option key={each} value={each}>
              {t('idle-minutes', { count: each })}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
