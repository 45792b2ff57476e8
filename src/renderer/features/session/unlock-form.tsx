import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LibraryPlace } from '../../../shared/domain/library.ts';
import type { Failure } from '../../../shared/failure.ts';
import { encodePassphrase } from '../../../shared/passphrase/encode-passphrase.ts';
import { call } from '../../api.ts';
import { Button } from '../../components/button.tsx';
import { wordsOf } from '../../i18n.ts';
import { layoutHintOf } from './layout-hint.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { PlaceWarnings } from './place-warnings.tsx';
import { UnlockTrouble } from './unlock-trouble.tsx';
import { useOpening, type OpeningState } from './use-opening.ts';
import styles from './session.module.css';

interface UnlockFormProps {
  /** The library that was chosen by name. */
  readonly place: LibraryPlace | null;
  /** The one to open when none was chosen; null is the one used last. */
  readonly last: LibraryPlace | null;
  readonly onRecover: () => void;
  readonly onRescue: () => void;
  readonly onChoose: (place: LibraryPlace) => void;
  readonly children?: ReactNode;
}

const WORDS_OF_STATE = { idle: 'unlock', opening: 'unlocking', stopping: 'stopping' } as const;

/** The passphrase, and what to do when it does not open the library. */
export function UnlockForm({
  place,
  last,
  onRecover,
  onRescue,
  onChoose,
  children,
}: UnlockFormProps) {
  const { t } = useTranslation('session');
  const [passphrase, setPassphrase] = useState('');
  const [shown, setShown] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { state, open } = useOpening();
  const input = useRef<HTMLInputElement>(null);
  const folder = (place ?? last)?.folder ?? null;

  useEffect(() => input.current?.focus(), [folder]);
  useForget(state, setPassphrase);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (state !== 'idle' || passphrase === '') return input.current?.focus();
    setFailure(null);
    const found = await open(() =>
      call('session.unlock', { folder, passphrase: encodePassphrase(passphrase) }),
    );
    setFailure(found);
    input.current?.select();
  };
  const wrong = failure?.kind === 'wrong-passphrase';
  // Said of what was typed, which stands in the field until it is changed; it tells nothing of what would be right.
  const nonsense = wrong && layoutHintOf(passphrase)?.kind === 'latin-nonsense';

  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <h1>{t('unlock-title')}</h1>
      {place !== null && (
        <p className={styles['intro']} dir="auto">
          {t('chosen', { name: place.folderName })}
        </p>
      )}
      <PlaceWarnings folder={folder} isThere />
      <PassphraseField
        label={t('passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        problem={wrong ? wordsOf(failure) : null}
        warning={nonsense ? t('layout-nonsense') : null}
        shown={shown}
        onShownChange={setShown}
        inputRef={input}
        autoFocus
      />
      {failure !== null && !wrong && (
        <UnlockTrouble
          failure={failure}
          onRecover={onRecover}
          onRescue={onRescue}
          onChoose={onChoose}
        />
      )}
      <div className={styles['acts']}>
        {children}
        <Button
          type="submit"
          look="primary"
          className={styles['end']}
          disabled={state !== 'idle'}
          aria-live="polite"
        >
          {t(WORDS_OF_STATE[state])}
        </Button>
      </div>
    </form>
  );
}

/** Whoever locks while the library is being opened leaves no passphrase behind in the field. */
function useForget(state: OpeningState, setPassphrase: (value: string) => void): void {
  useEffect(() => {
    if (state === 'stopping') setPassphrase('');
  }, [state, setPassphrase]);
}
