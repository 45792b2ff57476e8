import type { PassageColour } from '../../shared/domain/passage.ts';
import styles from './swatch.module.css';

export function Swatch({ colour }: { colour: PassageColour | null }) {
  return <span className={styles['swatch']} data-colour={colour ?? undefined} aria-hidden />;
}
