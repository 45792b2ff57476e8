import { Dices } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { StrengthMeter } from './strength-meter.tsx';
import type { NewPassphraseState } from './use-new-passphrase.ts';
import styles from './session.module.css';

interface NewPassphraseProps {
  readonly of: NewPassphraseState;
  readonly label: string;
  readonly labelAgain: string;
}

/** Both fields of a new passphrase, its strength, and six words on request. */
export function NewPassphrase({ of, label, labelAgain }: NewPassphraseProps) {
  const { t } = useTranslation('session');
  const problemOf = (field: string): string | null =>
    of.problem?.field === field ? of.problem.text : null;
  const first = useRef<HTMLInputElement>(null);
  const again = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // The button that found it may be far below in a small window.
    if (of.problem) (of.problem.field === 'again' ? again : first).current?.focus();
  }, [of.problem]);
  return (
    <>
      <PassphraseField
        label={label}
        inputRef={first}
        value={of.value}
        onChange={of.setValue}
        problem={problemOf('passphrase')}
        shown={of.shown}
        onShownChange={of.setShown}
        hint={of.suggested ? t('suggest-hint') : <StrengthMeter strength={of.strength} />}
      />
      <Button className={styles['suggest']} onClick={() => void of.suggest()}>
        <Dices size={16} aria-hidden />
        {t('suggest')}
      </Button>
      <PassphraseField
        label={labelAgain}
        inputRef={again}
        value={of.again}
        onChange={of.setAgain}
        problem={problemOf('again')}
        shown={of.shown}
        onShownChange={of.setShown}
      />
    </>
  );
}
