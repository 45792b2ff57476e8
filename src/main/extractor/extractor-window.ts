/**
 * The cage for hostile PDFs: a hidden, sandboxed window whose page has one message port and nothing else. Made when it
 * is first needed, used again, destroyed when it hangs, when it takes too much memory and when the library is closed.
 */
import { BrowserWindow, MessageChannelMain, type MessagePortMain, type Session } from 'electron';
import { PORT_MESSAGE } from '../../shared/extraction/extractor-protocol.ts';
import type { ExtractorLoss } from '../library-process/messages.ts';
import { EXTRACTOR_ORIGIN } from '../protocol.ts';
import { pagePreferences } from '../page-preferences.ts';
import { watchMemory } from '../watch-memory.ts';

export interface ExtractorWindow {
  /**
   * Opens a fresh window and answers the port to its page; null when it was closed or died meanwhile.
   * @param gone is told when the window dies by itself; not when it is closed.
   */
  open(gone: (reason: ExtractorLoss) => void): Promise<MessagePortMain | null>;
  close(): void;
}

export function createExtractorWindow(pageSession: Session): ExtractorWindow {
  let window: BrowserWindow | undefined;
  const memory = watchMemory(
    () => new Map([[0, window?.webContents.getOSProcessId() ?? 0]]),
    // It is then found gone, as if the system had ended it.
    () => window?.webContents.forcefullyCrashRenderer(),
  );

  function close(): void {
    const closing = window;
    window = undefined;
    memory.stop();
    if (!closing || closing.isDestroyed()) return;
    // A page that loops does not answer a polite request.
    closing.webContents.forcefullyCrashRenderer();
    closing.destroy();
  }

  return {
    close,
    async open(gone) {
      close();
      const opened = new BrowserWindow({
        show: false,
        webPreferences: pagePreferences('extractor', pageSession, false),
      });
      window = opened;
      memory.start();
      opened.webContents.on('render-process-gone', () => {
        if (window !== opened) return;
        close();
        // What kills a parser that is sandboxed is memory; a loop is seen by the clock instead.
        gone('out-of-memory');
      });
      try {
        await opened.loadURL(`${EXTRACTOR_ORIGIN}/extractor/extractor.html`);
      } catch {
        return null;
      }
      if (window !== opened) return null;
      const { port1, port2 } = new MessageChannelMain();
      opened.webContents.postMessage(PORT_MESSAGE, null, [port2]);
      return port1;
    },
  };
}
