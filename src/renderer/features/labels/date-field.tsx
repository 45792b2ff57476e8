import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Input } from '../../components/input.tsx';
import { edtfWords } from './edtf-words.ts';
import styles from './labels.module.css';

interface DateFieldProps {
  /** EDTF string, or empty. */
  readonly value: string;
  readonly onSave: (value: string) => void;
}

/** An EDTF date with the words for it beside it. What is no date is not saved, but stays to be mended. */
export function DateField({ value, onSave }: DateFieldProps) {
  const { t, i18n } = useTranslation('labels');
  const [draft, setDraft] = useState(value);
  const [editing, setEditing] = useState(false);
  const noteId = useId();
  const text = draft.trim();
  const words = text === '' ? '' : edtfWords(text, t, i18n.language);
  const save = (): void => {
    setEditing(false);
    if (words !== null && text !== value) onSave(text);
  };
  return (
    <div className={styles['date']}>
      <Input
        aria-label={t('date')}
        placeholder={t('date-empty')}
        aria-describedby={noteId}
        aria-invalid={words === null || undefined}
        value={draft}
        onFocus={() => setEditing(true)}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') save();
          else if (event.key === 'Escape') setDraft(value);
        }}
      />
      <span id={noteId} className={styles['date-note']} data-problem={words === null || undefined}>
        {words ?? t('date-unclear')}
        {(editing || words === null) && <small>{t('date-hint')}</small>}
      </span>
    </div>
  );
}
