import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '../../../shared/failure.ts';
import { showNotice } from '../../stores/notices.ts';
import { Input } from '../../components/input.tsx';
import { useTypedText } from '../../components/use-typed-text.ts';
import { edtfWords } from './edtf-words.ts';
import styles from './labels.module.css';

interface DateFieldProps {
  /** EDTF string, or empty. */
  readonly value: string;
  readonly onSave: (value: string) => Promise<Outcome<unknown>>;
}

/** An EDTF date with the words for it beside it. What is no date is not saved, but stays to be mended. */
export function DateField({ value, onSave }: DateFieldProps) {
  const { t, i18n } = useTranslation('labels');
  const [editing, setEditing] = useState(false);
  const noteId = useId();
  const wordsOf = (text: string): string | null =>
    text.trim() === '' ? '' : edtfWords(text.trim(), t, i18n.language);
  const { draft, enter, type, leave, putBack } = useTypedText({
    value,
    onSave,
    read: (text) => (wordsOf(text) === null ? null : text.trim()),
    onDropped: (text) => showNotice({ tone: 'problem', text: t('date-dropped', { text }) }),
  });
  const words = wordsOf(draft);
  return (
    <div className={styles['date']}>
      <Input
        aria-label={t('date')}
        placeholder={t('date-empty')}
        aria-describedby={noteId}
        aria-invalid={words === null || undefined}
        value={draft}
        onFocus={() => {
          setEditing(true);
          enter();
        }}
        onChange={(event) => type(event.target.value)}
        onBlur={() => {
          setEditing(false);
          leave();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') leave();
          else if (event.key === 'Escape') putBack();
        }}
      />
      <span id={noteId} className={styles['date-note']} data-problem={words === null || undefined}>
        {words ?? t('date-unclear')}
        {(editing || words === null) && <small>{t('date-hint')}</small>}
      </span>
    </div>
  );
}
