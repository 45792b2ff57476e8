import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LibraryPlace } from '../../../shared/domain/library.ts';
import { encodePassphrase } from '../../../shared/passphrase/encode-passphrase.ts';
import { call } from '../../api.ts';
import { Button } from '../../components/button.tsx';
import { wordsOf } from '../../i18n.ts';
import { enterLibrary } from './enter-library.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { SessionFrame } from './session-frame.tsx';
import styles from './session.module.css';

interface UnlockFormProps {
  /** The library that was chosen; null is the one used last. */
  readonly place: LibraryPlace | null;
  readonly onBack?: () => void;
  readonly children?: ReactNode;
}

export function UnlockForm({ place, onBack, children }: UnlockFormProps) {
  const { t } = useTranslation('session');
  const [passphrase, setPassphrase] = useState('');
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const folder = place?.folder ?? null;

  useEffect(() => input.current?.focus(), [folder]);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || passphrase === '') return input.current?.focus();
    setBusy(true);
    setProblem(null);
    const outcome = await call('session.unlock', {
      folder,
      passphrase: encodePassphrase(passphrase),
    });
    setBusy(false);
    if (outcome.ok) return enterLibrary();
    setProblem(wordsOf(outcome.failure));
    input.current?.select();
  };

  return (
    <SessionFrame>
      <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
        <h1>{t('unlock-title')}</h1>
        {place !== null && (
          <p className={styles['intro']} dir="auto">
            {t('chosen', { name: place.folderName })}
          </p>
        )}
        <PassphraseField
          label={t('passphrase')}
          value={passphrase}
          onChange={setPassphrase}
          problem={problem}
          shown={shown}
          onShownChange={setShown}
          inputRef={input}
          autoFocus
        />
        <div className={styles['acts']}>
          {onBack && <Button onClick={onBack}>{t('back')}</Button>}
          <Button type="submit" look="primary" className={styles['end']} disabled={busy}>
            {busy ? t('unlocking') : t('unlock')}
          </Button>
        </div>
      </form>
      {children}
    </SessionFrame>
  );
}
