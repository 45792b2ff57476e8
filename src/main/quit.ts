/** The order of the end: the page hands over what is being typed, the library closes, the clipboard is emptied, the program ends. */
import { app, type BrowserWindow } from 'electron';
import { setTimeout as wait } from 'node:timers/promises';
import type { ClipboardKeeper } from './clipboard-keeper.ts';
import type { Session } from './session.ts';

/** A page that does not go by itself within this many milliseconds is not waited for. */
const LEAVE_MILLISECONDS = 2_000;

export function quitInOrder(
  session: Session,
  clipboard: ClipboardKeeper,
  window: BrowserWindow,
): void {
  let closed = false;
  let closing = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    if (closing) return;
    closing = true;
    void leave(window)
      .then(() => Promise.all([session.end(), clipboard.release()]))
      .finally(() => {
        closed = true;
        app.quit();
      });
  });
}

async function leave(window: BrowserWindow): Promise<void> {
  if (window.isDestroyed()) return;
  const gone = new Promise<void>((resolve) => void window.once('closed', () => resolve()));
  window.close();
  await Promise.race([gone, wait(LEAVE_MILLISECONDS)]);
}
