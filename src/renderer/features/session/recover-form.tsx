import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { LibraryPlace } from '../../../shared/domain/library.ts';
import type { Failure } from '../../../shared/failure.ts';
import { encodePassphrase } from '../../../shared/passphrase/encode-passphrase.ts';
import { readRecoveryKey } from '../../../shared/recovery/read-recovery-key.ts';
import { call } from '../../api.ts';
import { Button } from '../../components/button.tsx';
import { wordsOf } from '../../i18n.ts';
import { NewPassphrase } from './new-passphrase.tsx';
import { RecoveryKeyField } from './recovery-key-field.tsx';
import { SessionFrame } from './session-frame.tsx';
import { useNewPassphrase } from './use-new-passphrase.ts';
import { useOpening } from './use-opening.ts';
import styles from './session.module.css';

interface RecoverFormProps {
  /** null is the library used last. */
  readonly place: LibraryPlace | null;
  readonly onBack: () => void;
}

/** The way in with the recovery sheet: its groups, then a new passphrase. */
export function RecoverForm({ place, onBack }: RecoverFormProps) {
  const { t } = useTranslation('session');
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const passphrase = useNewPassphrase(place?.folderName ?? '');
  const { state, open } = useOpening();
  const whole = isWhole(typed);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (state !== 'idle' || !whole || !passphrase.check()) return;
    setFailure(null);
    const request = {
      folder: place?.folder ?? null,
      recoveryKey: typed,
      passphrase: encodePassphrase(passphrase.value),
    };
    setFailure(await open(() => call('session.recover', request)));
  };

  return (
    <SessionFrame tight>
      <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
        <h1>{t('recover-title')}</h1>
        <p className={styles['intro']} dir="auto">
          {place === null ? t('recover-last') : t('chosen', { name: place.folderName })}
        </p>
        <RecoveryKeyField value={typed} onChange={setTyped} />
        {whole && (
          <>
            <p className={styles['intro']}>{t('recover-new')}</p>
            <NewPassphrase
              of={passphrase}
              label={t('passphrase-new')}
              labelAgain={t('passphrase-new-again')}
            />
          </>
        )}
        {failure !== null && (
          <p role="alert" className={styles['problem']}>
            {wordsOf(failure)}
          </p>
        )}
        <div className={styles['acts']}>
          <Button onClick={onBack}>{t('back')}</Button>
          <Button
            type="submit"
            look="primary"
            className={styles['end']}
            disabled={!whole || state !== 'idle'}
          >
            {state === 'idle' ? t('recover') : t('unlocking')}
          </Button>
        </div>
      </form>
    </SessionFrame>
  );
}

function isWhole(typed: string): boolean {
  const { key } = readRecoveryKey(typed);
  key?.fill(0);
  return key !== null;
}
