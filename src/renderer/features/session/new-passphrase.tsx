import { Dices } from 'lucide-react';
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
  return (
    <>
      <PassphraseField
        label={label}
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
        value={of.again}
        onChange={of.setAgain}
        problem={problemOf('again')}
        shown={of.shown}
        onShownChange={of.setShown}
      />
    </>
  );
}
