import styles from './quick-key.module.css';

/** The digit that a tag is tied with. @param hint what pressing it does, for the tooltip */
export function QuickKey({ digit, hint }: { digit: number; hint: string }) {
  return (
    <kbd className={styles['quick-key']} title={hint}>
      {digit}
    </kbd>
  );
}
