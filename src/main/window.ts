/** The one window of the program and which of the two pages it shows. */
import { app, BrowserWindow, type Session } from 'electron';
import { setTimeout as wait } from 'node:timers/promises';
import { devToolsAllowed } from './lockdown.ts';
import { PAGE_URLS } from './protocol.ts';
import type { PageName } from './session.ts';
import { words } from './words.ts';
import { pagePreferences } from './page-preferences.ts';

const CRASH_LOOP_MILLISECONDS = 10_000;
/** The system takes a moment to end a process; a lock takes no longer than a second in all. */
const GONE_MILLISECONDS = 300;

export interface MainWindow {
  readonly window: BrowserWindow;
  /**
   * Goes to the other page. The pages have different origins, so the new one gets a process of its own; the old process is
   * ended, because Chromium would keep it for a while in case it is needed again.
   * @param hung the page does not answer: its process is ended first, because it would be asked for leave.
   */
  readonly show: (page: PageName, hung: boolean) => Promise<void>;
}

/** Opens it without a page; shown when its first picture is ready. */
export function openMainWindow(pageSession: Session): MainWindow {
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
  let leaving = false;
  reloadAfterCrash(window, () => leaving);
  window.once('ready-to-show', () => window.show());
  return {
    window,
    async show(page, hung) {
      if (window.isDestroyed()) return;
      const before = window.webContents.getOSProcessId();
      leaving = true;
      if (hung) await endPage(window);
      await load(window, page);
      leaving = false;
      if (window.isDestroyed() || before === 0) return;
      if (window.webContents.getOSProcessId() !== before) endProcess(before);
    },
  };
}

/** Resolves when the process of the page is gone; a page that is asked for before that would go with it. */
async function endPage({ webContents }: BrowserWindow): Promise<void> {
  const gone = new Promise<void>((resolve) => {
    webContents.once('render-process-gone', () => resolve());
  });
  webContents.forcefullyCrashRenderer();
  // It may have been gone before it was asked.
  await Promise.race([gone, wait(GONE_MILLISECONDS)]);
}

async function load(window: BrowserWindow, page: PageName): Promise<void> {
  try {
    await window.loadURL(PAGE_URLS[page]);
  } catch {
    // Another page was asked for meanwhile, or the window is gone.
  }
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
function reloadAfterCrash(window: BrowserWindow, isLeaving: () => boolean): void {
  let lastCrash = -Infinity;
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit' || isLeaving() || window.isDestroyed()) return;
    const now = performance.now();
    if (now - lastCrash < CRASH_LOOP_MILLISECONDS) return app.quit();
    lastCrash = now;
    window.webContents.reload();
  });
}
