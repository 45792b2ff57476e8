import styles from './session.module.css';

/** The sign of the program: three index cards. */
export function Mark() {
  return (
    <svg className={styles['mark']} viewBox="0 0 24 24" width="28" height="28" aria-hidden>
      <path d="M7 4.5h10M5 8h14" />
      <path d="M3.5 20V12.5a1 1 0 0 1 1-1h4l1.5 2h9.5a1 1 0 0 1 1 1V20a.8.8 0 0 1-.8.8H4.3a.8.8 0 0 1-.8-.8Z" />
    </svg>
  );
}
