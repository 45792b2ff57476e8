import { useState, type KeyboardEvent } from 'react';
import { classes } from './classes.ts';
import styles from './editable-text.module.css';

interface EditableTextProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  /** Saves; called when the field is left or on Enter, only when the text was changed. */
  readonly onSave: (value: string) => void;
  readonly multiline?: boolean;
  readonly look?: 'title' | 'text';
  /** An empty text is put back instead of saved. */
  readonly required?: boolean;
}

/** A text that is edited where it stands. Enter saves, Esc puts back what was there. */
export function EditableText(props: EditableTextProps) {
  // A change from outside (undo, another view) starts the field afresh.
  return <EditableField key={props.value} {...props} />;
}

function EditableField({
  label,
  value,
  placeholder = '',
  onSave,
  multiline = false,
  look = 'text',
  required = false,
}: EditableTextProps) {
  const [draft, setDraft] = useState(value);
  const save = (): void => {
    const text = multiline ? draft : draft.trim();
    if (text === value) return setDraft(value);
    if (required && text === '') setDraft(value);
    else onSave(text);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      setDraft(value);
    }
    const saves = event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey);
    if (saves && !event.nativeEvent.isComposing) {
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
      onChange={(event) =>
        setDraft(multiline ? event.target.value : event.target.value.replaceAll('\n', ' '))
      }
      onBlur={save}
      onKeyDown={onKeyDown}
    />
  );
}
