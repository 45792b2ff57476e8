/**
 * The recovery sheet as a PDF, where the person says. The page draws it (`printed-sheet.css`), Chromium prints to memory
 * and not to the spool, and the bytes are overwritten once they are written: with them anyone opens the library.
 */
import { app, type BrowserWindow } from 'electron';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeWhole } from '../core/export/write-file.ts';
import { chooseSheetFile } from './dialogs.ts';

/** null when cancelled; `onThisComputer` when the file is on the disk that the home folder is on. */
export async function saveSheet(
  window: BrowserWindow,
): Promise<{ readonly onThisComputer: boolean } | null> {
  const file = await chooseSheetFile(window);
  if (file === null) return null;
  // eslint-disable-next-line no-restricted-syntax -- to memory, and only for this sheet.
  const pdf = await window.webContents.printToPDF({ preferCSSPageSize: true });
  try {
    writeWhole(file, pdf);
  } finally {
    pdf.fill(0);
  }
  return { onThisComputer: deviceOf(dirname(file)) === deviceOf(app.getPath('home')) };
}

function deviceOf(folder: string): number {
  return statSync(folder).dev;
}
