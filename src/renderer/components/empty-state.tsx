import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  readonly icon?: LucideIcon;
  readonly title?: string;
  readonly children?: ReactNode;
  /** What to do next. */
  readonly acts?: ReactNode;
  readonly dropZone?: boolean;
}

/** What a list says while it has nothing, with the next step. */
export function EmptyState({ icon: Icon, title, children, acts, dropZone }: EmptyStateProps) {
  return (
    <div className={styles['empty']} data-drop-zone={dropZone || undefined}>
      {Icon && <Icon size={32} strokeWidth={1.4} aria-hidden />}
      {title !== undefined && <h2>{title}</h2>}
      {children !== undefined && <div className={styles['text']}>{children}</div>}
      {acts !== undefined && <div className={styles['acts']}>{acts}</div>}
    </div>
  );
}
