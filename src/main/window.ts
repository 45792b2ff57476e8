/** The one window of the program. */
import { app, BrowserWindow, type Session } from 'electron';
import { devToolsAllowed } from './lockdown.ts';
import { MAIN_ORIGIN } from './protocol.ts';
import { words } from './words.ts';
import { pagePreferences } from './page-preferences.ts';

const CRASH_LOOP_MILLISECONDS = 10_000;

/** Opens it; shown when its first picture is ready. `prepare` runs before the page can ask anything. */
export async function openMainWindow(
  pageSession: Session,
  prepare: (window: BrowserWindow) => void,
): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    title: words.t('title', { ns: 'menu' }),
    width: 1280,
    height: 800,
    minWidth: 960,
    minHeight: 600,
    show: false,
    webPreferences: pagePreferences('index', pageSession, devToolsAllowed()),
  });
  // Window titles show in task lists and screenshots: ours never names a document.
  window.on('page-title-updated', (event) => event.preventDefault());
  // Protects against screen recorders where the system can; on Linux it does nothing.
  if (app.isPackaged) window.setContentProtection(true);
  reloadAfterCrash(window);
  window.once('ready-to-show', () => window.show());
  prepare(window);
  await window.loadURL(`${MAIN_ORIGIN}/index.html`);
  return window;
}

/**
 * The library is in another process, so a page that dies comes back to where it was. A page that dies at once again
 * would do so for ever: the program ends instead, and closes the library properly.
 */
function reloadAfterCrash(window: BrowserWindow): void {
  let lastCrash = -Infinity;
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const now = performance.now();
    if (now - lastCrash < CRASH_LOOP_MILLISECONDS) return app.quit();
    lastCrash = now;
    window.webContents.reload();
  });
}
