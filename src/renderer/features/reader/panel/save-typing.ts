/** What is being typed goes into the library before it closes, as if the field had been left. */
import { noteSaver } from './notes.ts';

/**
 * Locking waits no longer than this many milliseconds: it must hide the library also when its process is busy. What was sent
 * by then is still written, because the process takes requests in order and is told to close after it.
 */
const MOST_MS = 100;

export async function saveTyping(): Promise<void> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const late = new Promise<void>((resolve) => void setTimeout(resolve, MOST_MS));
  await Promise.race([noteSaver.flush(), late]);
}

/** The window may be closed in the middle of a word. */
export function saveTypingOnClose(target: Window): void {
  target.addEventListener('beforeunload', () => void saveTyping());
}
