import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Passage } from '../../../../shared/domain/passage.ts';
import { typeHeldKeys } from '../../../actions/held-keys.ts';
import { usePane } from '../panes/pane.ts';
import { useReader } from '../reader-store.ts';
import { noteSaver, useNoteVersion } from './notes.ts';
import styles from './panel.module.css';

const STATE_WORDS = {
  saved: 'note-saved',
  unsaved: 'note-unsaved',
  failed: 'note-failed',
} as const;

/** The note of the selected passage; saves itself. */
export function NoteField({ passage }: { passage: Passage }) {
  const { t } = useTranslation('reader');
  const { reader } = usePane();
  const field = useRef<HTMLTextAreaElement>(null);
  const wanted = useReader((slice) => slice.noteWanted === passage.id);
  useNoteVersion((slice) => slice.version);

  useEffect(() => {
    if (!wanted) return;
    field.current?.focus();
    typeHeldKeys();
    reader.setState({ noteWanted: null });
  }, [wanted, reader]);
  useEffect(() => () => void noteSaver.flush(), [passage.id]);

  const state = noteSaver.stateOf(passage.id);
  return (
    <div className={styles['note']}>
      <textarea
        ref={field}
        dir="auto"
        rows={2}
        spellCheck={false}
        aria-label={t('note')}
        placeholder={t('note-placeholder')}
        maxLength={200_000}
        value={noteSaver.draftOf(passage.id) ?? passage.note}
        onChange={(event) => noteSaver.edit(passage.id, event.target.value)}
        onBlur={() => void noteSaver.flush()}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          event.currentTarget.blur();
        }}
      />
      <span className={styles['note-state']} aria-live="polite">
        {state !== 'saved' && t(STATE_WORDS[state])}
      </span>
    </div>
  );
}
