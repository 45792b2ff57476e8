import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecoverySheet } from '../../../shared/domain/keys.ts';
import { encodePassphrase } from '../../../shared/passphrase/encode-passphrase.ts';
import { call } from '../../api.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Input } from '../../components/input.tsx';
import { wordsOf } from '../../i18n.ts';
import { enterLibrary } from './enter-library.ts';
import { NewPassphrase } from './new-passphrase.tsx';
import { PlaceField } from './place-field.tsx';
import { SessionFrame } from './session-frame.tsx';
import { useNewPassphrase } from './use-new-passphrase.ts';
import styles from './session.module.css';

interface CreateFormProps {
  readonly onBack: () => void;
  readonly onCreated: (sheet: RecoverySheet) => void;
}

/** Name, place and passphrase of a new library. */
export function CreateForm({ onBack, onCreated }: CreateFormProps) {
  const { t } = useTranslation('session');
  const [name, setName] = useState('');
  const [folderName, setFolderName] = useState(() => t('folder-value'));
  const [parent, setParent] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const passphrase = useNewPassphrase(`${name} ${folderName}`);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || !passphrase.check()) return;
    setBusy(true);
    setProblem(null);
    const outcome = await call('session.create', {
      name: name.trim() || t('name-value'),
      folderName: folderName.trim() || t('folder-value'),
      parent,
      passphrase: encodePassphrase(passphrase.value),
    });
    setBusy(false);
    if (!outcome.ok) return setProblem(wordsOf(outcome.failure));
    if (outcome.value.sheet === null) return enterLibrary();
    onCreated(outcome.value.sheet);
  };

  return (
    <SessionFrame tight>
      <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
        <h1>{t('create-title')}</h1>
        <p className={styles['intro']}>{t('create-intro')}</p>
        <Field label={t('name')} hint={t('name-hint')}>
          {({ id, describedBy }) => (
            <Input
              id={id}
              large
              autoFocus
              aria-describedby={describedBy}
              placeholder={t('name-value')}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <NewPassphrase of={passphrase} label={t('passphrase')} labelAgain={t('passphrase-again')} />
        <PlaceField
          folderName={folderName}
          onRename={setFolderName}
          parent={parent}
          onChange={setParent}
        />
        {problem !== null && (
          <p role="alert" className={styles['problem']}>
            {problem}
          </p>
        )}
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
