// A window with nothing but pdf.js' viewer in it: what the reader is measured beside (bench/reader.ts).
import { app, BrowserWindow, protocol } from 'electron';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

const TYPES = { '.html': 'text/html', '.mjs': 'text/javascript', '.css': 'text/css' };

protocol.registerSchemesAsPrivileged([
  { scheme: 'bare', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
app.setPath('userData', join(import.meta.dirname, 'profile'));

// Not awaited at the top: Playwright holds the start back until this file was run.
void app.whenReady().then(async () => {
  protocol.handle('bare', async ({ url }) => {
    const { pathname } = new URL(url);
    const bytes = await readFile(join(import.meta.dirname, decodeURIComponent(pathname)));
    const type = TYPES[extname(pathname)] ?? 'application/octet-stream';
    return new Response(bytes, { headers: { 'content-type': type } });
  });
  const window = new BrowserWindow({ width: 1280, height: 800, useContentSize: true });
  await window.loadURL('bare://viewer/viewer.html');
});
