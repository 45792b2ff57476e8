import { useState, type ComponentProps } from 'react';
import { usePane } from '../panes/pane.ts';

interface TypedFieldProps extends Omit<ComponentProps<'input'>, 'value'> {
  readonly label: string;
  /** What it says while nothing is typed. */
  readonly value: string;
  readonly onEnter: (text: string) => void;
}

/** A field of the toolbar that says where the view is and takes where it shall be; Enter and Escape give the focus back to the pages. */
export function TypedField({ label, value, onEnter, ...rest }: TypedFieldProps) {
  const { reader } = usePane();
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <input
      type="text"
      aria-label={label}
      title={label}
      value={draft ?? value}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => setDraft(null)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onEnter(event.currentTarget.value);
        else if (event.key !== 'Escape') return;
        setDraft(null);
        event.preventDefault();
        reader.getState().surface?.scroller.focus({ preventScroll: true });
      }}
      {...rest}
    />
  );
}
