/** The one window of the program and which of the two pages it shows. */
import { app, BrowserWindow, type Session } from 'electron';
import { devToolsAllowed } from './lockdown.ts';
import { PAGE_URLS } from './protocol.ts';
import type { PageName } from './session.ts';
import { words } from './words.ts';
import { pagePreferences } from './page-preferences.ts';

const CRASH_LOOP_MILLISECONDS = 10_000;

/** Opens it on the session page; shown when its first picture is ready. */
export function openMainWindow(pageSession: Session): BrowserWindow {
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
  return window;
}

/**
 * Goes to the other page. The pages have different origins, so the new one gets a process of its own; the old process is
 * ended here, because Chromium would keep it for a while in case it is needed again.
 */
export async function showPage(window: BrowserWindow, page: PageName): Promise<void> {
  if (window.isDestroyed()) return;
  const before = window.webContents.getOSProcessId();
  try {
    await window.loadURL(PAGE_URLS[page]);
  } catch {
    // Another page was asked for meanwhile, or the window is gone.
  }
  if (window.isDestroyed() || before === 0) return;
  if (window.webContents.getOSProcessId() !== before) endProcess(before);
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
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
