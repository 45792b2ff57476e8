import type { KeyboardEvent } from 'react';
import { classes } from './classes.ts';
import { useTypedText, type SaveText } from './use-typed-text.ts';
import styles from './editable-text.module.css';

interface EditableTextProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  /** Saves; called while it is typed and when it is left, only when the text was changed. */
  readonly onSave: SaveText;
  readonly multiline?: boolean;
  readonly look?: 'title' | 'text';
  /** An empty text is put back instead of saved. */
  readonly required?: boolean;
}

/** A text that is edited where it stands, and saves itself. Enter leaves it, Esc puts back what was there. */
export function EditableText({
  label,
  value,
  placeholder = '',
  onSave,
  multiline = false,
  look = 'text',
  required = false,
}: EditableTextProps) {
  const read = (text: string): string | null => {
    if (required && text.trim() === '') return null;
    return multiline ? text : text.trim();
  };
  const { draft, enter, type, leave, putBack } = useTypedText({ value, onSave, read });
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      putBack();
    }
    const leaves = event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey);
    if (leaves && !event.nativeEvent.isComposing) {
      event.preventDefault();
      event.currentTarget.blur();
    }
  };
  return (
    <textarea
      aria-label={label}
      title={label}
      placeholder={placeholder}
      dir="auto"
      rows={1}
      spellCheck={false}
      className={classes(styles['editable'], styles[look])}
      value={draft}
      onChange={({ target }) => type(multiline ? target.value : target.value.replaceAll('\n', ' '))}
      onFocus={enter}
      onBlur={() => {
        if (read(draft) === null) putBack();
        else leave();
      }}
      onKeyDown={onKeyDown}
    />
  );
}
