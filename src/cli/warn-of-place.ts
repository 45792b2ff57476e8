import { placeWarningsAt } from '../core/library/place-warnings.ts';
import type { Terminal } from './terminal.ts';

/** Says what is risky about the place of a library; the work goes on. @param folder absolute */
export function warnOfPlace(terminal: Terminal, folder: string, advice: 'new' | 'there'): void {
  const t = terminal.words.getFixedT(null, 'session');
  const better = t(advice === 'new' ? 'place-better' : 'place-better-moved');
  for (const warning of placeWarningsAt(folder)) {
    terminal.warning(warning.kind, `${t(`place-${warning.kind}`, { ...warning })} ${better}`);
  }
}
