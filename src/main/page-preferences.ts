/** What every page of the program may do, the interface and the extractor alike: kept in one place, so that they never differ. */
import { app, type Session, type WebPreferences } from 'electron';
import { join } from 'node:path';

/** @param preload name of the script in out/preload; @param session in memory, never on disk. */
export function pagePreferences(
  preload: 'index' | 'extractor',
  session: Session,
  devTools: boolean,
): WebPreferences {
  return {
    session,
    preload: join(app.getAppPath(), `out/preload/${preload}.cjs`),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    disableDialogs: true,
    spellcheck: false,
    v8CacheOptions: 'none',
    devTools,
    // Extraction runs in a window that is never seen, and progress is drawn behind other windows: both at full speed.
    backgroundThrottling: false,
  };
}
