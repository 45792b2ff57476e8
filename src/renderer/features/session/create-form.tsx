import { Dices } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { MINIMUM_PASSPHRASE } from '../../../shared/domain/library.ts';
import { encodePassphrase } from '../../../shared/passphrase/encode-passphrase.ts';
import { call } from '../../api.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Input } from '../../components/input.tsx';
import { wordsOf } from '../../i18n.ts';
import { enterLibrary } from './enter-library.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { PlaceField } from './place-field.tsx';
import { SessionFrame } from './session-frame.tsx';
import { STRONG_ENOUGH } from '../../../shared/passphrase/strength.ts';
import { StrengthMeter } from './strength-meter.tsx';
import { suggestPassphrase } from './six-words.ts';
import { useStrength } from './use-strength.ts';
import styles from './session.module.css';

type Problem = { field: 'name' | 'passphrase' | 'again' | 'form'; text: string } | null;

/** Name, place and passphrase of a new library. */
export function CreateForm({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('session');
  const [name, setName] = useState(() => t('name-value'));
  const [parent, setParent] = useState<string | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [shown, setShown] = useState(false);
  const [suggested, setSuggested] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>(null);
  const strength = useStrength(passphrase, name);
  const problemOf = (field: string): string | null =>
    problem?.field === field ? problem.text : null;

  const suggest = async (): Promise<void> => {
    const words = await suggestPassphrase();
    setPassphrase(words);
    setAgain('');
    setShown(true);
    setSuggested(true);
    setProblem(null);
  };

  const findProblem = (): Problem => {
    if (name.trim() === '') return { field: 'name', text: t('name-missing') };
    if (passphrase.length < MINIMUM_PASSPHRASE)
      return { field: 'passphrase', text: t('too-short') };
    if (strength !== null && strength < STRONG_ENOUGH) {
      return { field: 'passphrase', text: wordsOf({ kind: 'passphrase-too-weak' }) };
    }
    if (passphrase !== again) return { field: 'again', text: t('passphrase-differs') };
    return null;
  };

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found = findProblem();
    setProblem(found);
    if (found !== null || busy) return;
    setBusy(true);
    const outcome = await call('session.create', {
      name: name.trim(),
      parent,
      passphrase: encodePassphrase(passphrase),
    });
    setBusy(false);
    if (outcome.ok) return enterLibrary();
    const field = outcome.failure.kind === 'library-exists' ? 'name' : 'form';
    setProblem({ field, text: wordsOf(outcome.failure) });
  };

  return (
    <SessionFrame tight>
      <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
        <h1>{t('create-title')}</h1>
        <p className={styles['intro']}>{t('create-intro')}</p>
        <Field label={t('name')} hint={t('name-hint')} problem={problemOf('name')}>
          {({ id, describedBy }) => (
            <Input
              id={id}
              large
              autoFocus
              aria-describedby={describedBy}
              value={name}
              onFocus={(event) => event.target.select()}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <PlaceField parent={parent} onChange={setParent} />
        <PassphraseField
          label={t('passphrase')}
          value={passphrase}
          onChange={(value) => {
            setPassphrase(value);
            setSuggested(false);
            setProblem(null);
          }}
          problem={problemOf('passphrase')}
          shown={shown}
          onShownChange={setShown}
          hint={suggested ? t('suggest-hint') : <StrengthMeter strength={strength} />}
        />
        <Button className={styles['suggest']} onClick={() => void suggest()}>
          <Dices size={16} aria-hidden />
          {t('suggest')}
        </Button>
        <PassphraseField
          label={t('passphrase-again')}
          value={again}
          onChange={setAgain}
          problem={problemOf('again') ?? problemOf('form')}
          shown={shown}
          onShownChange={setShown}
        />
        <div className={styles['acts']}>
          <Button onClick={onBack}>{t('back')}</Button>
          <Button type="submit" look="primary" className={styles['end']} disabled={busy}>
            {busy ? t('creating') : t('create')}
          </Button>
        </div>
      </form>
    </SessionFrame>
  );
}
