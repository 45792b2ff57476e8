/** On Linux the words that were selected last can be pasted with the middle mouse button, also after a lock. */
import { clipboard } from 'electron';

/** What older versions of Electron have instead of `clipboard.selection`. */
interface OlderClipboard {
  clear(type: 'selection'): void;
}

/** Takes them off. Words that another program has selected go too: nobody can tell whose they are. */
export function forgetSelectedWords(): void {
  if (process.platform !== 'linux') return;
  if ('selection' in clipboard) clipboard.selection.clear();
  else (clipboard as unknown as OlderClipboard).clear('selection');
}
