import { useId, type ReactNode } from 'react';
import styles from './field.module.css';

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly problem?: string | null;
  /** Stands beside the problem or the hint. */
  readonly warning?: ReactNode;
  /** Draws the control; `describedBy` names the hint and the problem. */
  readonly children: (control: { id: string; describedBy: string }) => ReactNode;
}

/** A labelled control with a hint and, when something is wrong, the words for it. */
export function Field({ label, hint, problem, warning, children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      {children({ id, describedBy: noteId })}
      <div id={noteId} className={styles['note']}>
        {problem ? (
          <p role="alert" className={styles['problem']}>
            {problem}
          </p>
        ) : (
          hint && <div>{hint}</div>
        )}
        {warning && <div>{warning}</div>}
      </div>
    </div>
  );
}
