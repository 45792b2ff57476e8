import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api.ts';
import { Button } from '../../../components/button.tsx';
import { Field } from '../../../components/field.tsx';
import { Input } from '../../../components/input.tsx';
import { wordsOf } from '../../../i18n.ts';
import { isEraseWord } from '../erase-word.ts';
import { EraseWords } from '../erase-words.tsx';
import styles from './security.module.css';

/** Locks the open library and destroys its keys, after one typed word. */
export function EraseOpen({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation(['vault', 'session']);
  const [word, setWord] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const right = isEraseWord(word, t('erase-word'));
  const erase = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!right) return;
    const outcome = await call('keys.erase', { folder: null });
    if (!outcome.ok) setProblem(wordsOf(outcome.failure));
  };
  return (
    <form className={styles['task']} noValidate onSubmit={(event) => void erase(event)}>
      <p>{t('erase-open-text')}</p>
      <EraseWords />
      <Field label={t('erase-type', { word: t('erase-word') })} problem={problem}>
        {({ id, describedBy }) => (
          <Input
            id={id}
            large
            autoFocus
            aria-describedby={describedBy}
            value={word}
            onChange={(event) => setWord(event.target.value)}
          />
        )}
      </Field>
      <div className={styles['acts']}>
        <Button onClick={onBack}>{t('back', { ns: 'session' })}</Button>
        <Button type="submit" look="danger" className={styles['end']} disabled={!right}>
          {t('erase-do')}
        </Button>
      </div>
    </form>
  );
}
