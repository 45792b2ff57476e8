import type { ReactNode } from 'react';
import styles from './list-pane.module.css';

interface ListPaneProps {
  readonly title: string;
  /** Beside the title: how many, and buttons. */
  readonly aside?: ReactNode;
  /** Below the title: filters. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** The frame that every list has: title, tools, then the rows. */
export function ListPane({ title, aside, tools, children }: ListPaneProps) {
  return (
    <section className={styles['pane']} aria-label={title}>
      <header className={styles['header']}>
        <h1>{title}</h1>
        {aside}
      </header>
      {tools !== undefined && <div className={styles['tools']}>{tools}</div>}
      {children}
    </section>
  );
}
