import type { ReactNode } from 'react';
import styles from './labels.module.css';

/** A fact of a label: its name beside its value. */
export function FieldRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles['fact']}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
