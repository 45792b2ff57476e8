import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../shared/failure.ts';
import { Button, type ButtonProps } from '../../../components/button.tsx';
import { wordsOf } from '../../../i18n.ts';
import { PassphraseField } from '../../session/passphrase-field.tsx';
import styles from './security.module.css';

interface TaskFormProps {
  /** What the passphrase of the library is called here. */
  readonly label: string;
  readonly act: string;
  readonly busyAct: string;
  readonly look?: ButtonProps['look'];
  readonly onBack: () => void;
  /** Does the task; answers why it failed, or null. Not called while the passphrase is empty. */
  readonly onSubmit: (passphrase: string) => Promise<Failure | null>;
  /** Above the passphrase. */
  readonly children: ReactNode;
  /** Below it. */
  readonly more?: ReactNode;
  /** Shown in the place of the passphrase, while it works. */
  readonly progress?: ReactNode;
}

/** A task that the passphrase of the library is asked for, so that nobody does it at an unlocked computer in passing. */
export function TaskForm(props: TaskFormProps) {
  const { t } = useTranslation(['vault', 'session']);
  const [passphrase, setPassphrase] = useState('');
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const wrong = failure?.kind === 'wrong-passphrase';
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    if (passphrase === '' || busy) return form.querySelector('input')?.focus();
    setBusy(true);
    setFailure(null);
    const found = await props.onSubmit(passphrase);
    setBusy(false);
    setFailure(found);
    if (found?.kind === 'wrong-passphrase') form.querySelector('input')?.select();
  };
  return (
    <form className={styles['task']} noValidate onSubmit={(event) => void submit(event)}>
      {props.children}
      {props.progress ?? (
        <PassphraseField
          label={props.label}
          value={passphrase}
          onChange={setPassphrase}
          problem={wrong ? wordsOf(failure) : null}
          shown={shown}
          onShownChange={setShown}
          autoFocus
        />
      )}
      {props.progress === undefined && props.more}
      {failure !== null && !wrong && (
        <p role="alert" className={styles['problem']}>
          {wordsOf(failure)}
        </p>
      )}
      <div className={styles['acts']}>
        <Button onClick={props.onBack} disabled={busy}>
          {t('back', { ns: 'session' })}
        </Button>
        <Button
          type="submit"
          look={props.look ?? 'primary'}
          className={styles['end']}
          disabled={busy}
        >
          {busy ? props.busyAct : props.act}
        </Button>
      </div>
    </form>
  );
}
