/** Starts the program. Only the order is here, and the order is part of the lockdown. */
import './no-network.ts';
import {
  app,
  clipboard as systemClipboard,
  session as electronSession,
  type BrowserWindow,
} from 'electron';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createClipboardKeeper } from './clipboard-keeper.ts';
import { startsClean } from './clean-start.ts';
import { createDrawingCages } from './drawing/drawing-cages.ts';
import { createExtractorWindow } from './extractor/extractor-window.ts';
import { reportFatalErrors } from './fatal.ts';
import { handleRequests, pushTo } from './ipc/handle.ts';
import { createRouter } from './ipc/router.ts';
import { lockDownProcess, lockDownSession, memorySession } from './lockdown.ts';
import { lockByItself } from './lock-by-itself.ts';
import { forgetRecentDocuments, installMenu } from './menu.ts';
import { serveApp } from './protocol.ts';
import { makeSessionFolder, removeSessionFolder } from './session-folder.ts';
import { forgetSelectedWords } from './selected-words.ts';
import { createSession } from './session.ts';
import { quitInOrder } from './quit.ts';
import { createTypingHandover } from './typing-handover.ts';
import { openMainWindow } from './window.ts';

reportFatalErrors();
if (startsClean()) begin();

function begin(): void {
  const sessionFolder = makeSessionFolder();
  setFolders(sessionFolder);
  lockDownProcess();
  app.on('quit', () => removeSessionFolder(sessionFolder));
  if (!app.requestSingleInstanceLock()) return app.quit();
  process.env['TMPDIR'] = sessionFolder;
  void app.whenReady().then(start);
}

/**
 * KARTOTEKA_USER_DATA is for tests and for a profile on a stick: libraries and everything else that stays is there,
 * and instances with different ones run side by side.
 */
function setFolders(sessionFolder: string): void {
  app.setPath('crashDumps', join(sessionFolder, 'crashes'));
  app.setPath('sessionData', join(sessionFolder, 'chromium'));
  const userData = process.env['KARTOTEKA_USER_DATA'] ?? app.getPath('userData');
  mkdirSync(userData, { recursive: true, mode: 0o700 });
  app.setPath('userData', userData);
}

async function start(): Promise<void> {
  forgetRecentDocuments();
  const pages = memorySession('kartoteka');
  const extractorPages = memorySession('extractor');
  const drawingPages = memorySession('drawing');
  for (const target of [electronSession.defaultSession, pages, extractorPages, drawingPages]) {
    await lockDownSession(target);
  }
  const root = join(app.getAppPath(), 'out/renderer');
  serveApp(pages, root, 'interface');
  serveApp(extractorPages, root, 'cage');
  serveApp(drawingPages, root, 'cage');

  const { window, show } = openMainWindow(pages);
  const menu = installMenu((id) => pushTo(window, { kind: 'action', id }));
  const defaultPlace = join(app.getPath('userData'), 'libraries');
  const clipboard = createClipboardKeeper(systemClipboard, (state) =>
    pushTo(window, { kind: 'clipboard-changed', state }),
  );
  const cages = createDrawingCages(drawingPages);
  // A page that comes back after a crash opens its documents anew.
  window.webContents.on('render-process-gone', cages.closeAll);
  const typing = createTypingHandover(() => pushTo(window, { kind: 'locking' }));
  const session = createSession({
    defaultPlace,
    extractor: createExtractorWindow(extractorPages),
    cages,
    async show(page, hung) {
      menu.enableActions(page === 'main');
      if (page === 'session') {
        void clipboard.release();
        forgetSelectedWords();
      }
      await show(page, hung);
      clipboard.tell();
      if (page === 'main') cages.prepare();
    },
    saveTyping: typing.ask,
  });
  app.on('second-instance', () => focus(window));
  lockByItself(session);
  quitInOrder(session, clipboard, window);
  // The extractor's hidden window must not keep the program running.
  window.once('closed', () => app.quit());
  const answer = createRouter({
    window,
    session,
    menu,
    clipboard,
    cages,
    defaultPlace,
    typingSaved: typing.done,
  });
  handleRequests(window, answer, session.portForPage);
  await show('session', false);
}

function focus(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
