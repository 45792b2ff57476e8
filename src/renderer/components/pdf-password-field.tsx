import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api.ts';
import { wordsOf } from '../i18n.ts';
import { Button } from './button.tsx';
import { Input } from './input.tsx';
import styles from './pdf-password-field.module.css';

/** Asks for the password of a PDF and reads it with it; the reports and lists follow by themselves. */
export function PdfPasswordField({ documentId }: { documentId: number }) {
  const { t } = useTranslation('library');
  const [password, setPassword] = useState('');
  const [state, setState] = useState<{ busy: boolean; problem: string | null }>(READY);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (password === '' || state.busy) return;
    setState({ busy: true, problem: null });
    const outcome = await call('document.unlock', { documentId, password });
    setState({ busy: false, problem: outcome.ok ? null : wordsOf(outcome.failure) });
  };
  return (
    <form className={styles['field']} onSubmit={(event) => void submit(event)}>
      <Input
        type="password"
        aria-label={t('pdf-password')}
        placeholder={t('pdf-password')}
        aria-invalid={state.problem !== null || undefined}
        value={password}
        onChange={(event) => {
          setPassword(event.target.value);
          setState(READY);
        }}
      />
      <Button type="submit" disabled={password === '' || state.busy}>
        {t('pdf-unlock')}
      </Button>
      {state.problem !== null && <p role="alert">{state.problem}</p>}
    </form>
  );
}

const READY = { busy: false, problem: null } as const;
