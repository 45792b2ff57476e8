/**
 * Native dialogs. Each starts in the documents folder: otherwise the toolkit starts where the last one ended, and shows
 * that to whoever looks. `dialog.…` is looked up at each call, so that an end-to-end test can stand in for it.
 */
import { app, dialog, type BrowserWindow, type OpenDialogOptions } from 'electron';
import { join } from 'node:path';
import { EXPORT_EXTENSIONS, type ExportFormat } from '../shared/domain/export-format.ts';
import { words } from './words.ts';

type FolderQuestion = 'choose-parent' | 'choose-library' | 'choose-backup';

/** One folder, or null when cancelled. */
export async function chooseFolder(
  window: BrowserWindow,
  question: FolderQuestion,
  start = app.getPath('documents'),
): Promise<string | null> {
  const chosen = await open(window, {
    title: words.t(question, { ns: 'menu' }),
    defaultPath: start,
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  });
  return chosen[0] ?? null;
}

/** Files or folders to import; empty when cancelled. */
export async function chooseImports(
  window: BrowserWindow,
  what: 'files' | 'folder',
): Promise<readonly string[]> {
  const t = words.getFixedT(null, 'menu');
  const common = { defaultPath: app.getPath('documents') };
  if (what === 'folder') {
    return open(window, {
      ...common,
      title: t('choose-folder'),
      properties: ['openDirectory', 'multiSelections', 'dontAddToRecent'],
    });
  }
  return open(window, {
    ...common,
    title: t('choose-files'),
    properties: ['openFile', 'multiSelections', 'dontAddToRecent'],
    filters: [
      {
        name: t('readable-files'),
        extensions: ['pdf', 'docx', 'odt', 'txt', 'text', 'md', 'html', 'htm', 'eml'],
      },
      { name: t('all-files'), extensions: ['*'] },
    ],
  });
}

/** Where an export goes, or null when cancelled. The proposed name is neutral: it tells nothing of a case. */
export async function chooseExportFile(
  window: BrowserWindow,
  format: ExportFormat,
): Promise<string | null> {
  const t = words.getFixedT(null, 'menu');
  const extension = EXPORT_EXTENSIONS[format];
  const answer = await dialog.showSaveDialog(window, {
    title: t('save-export'),
    defaultPath: join(app.getPath('documents'), `${t('excerpts-file')}.${extension}`),
    filters: [{ name: t(`format-${format}`), extensions: [extension] }],
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
  });
  return answer.canceled || answer.filePath === '' ? null : answer.filePath;
}

/** Where the recovery sheet goes, or null when cancelled. */
export async function chooseSheetFile(window: BrowserWindow): Promise<string | null> {
  const t = words.getFixedT(null, 'menu');
  const answer = await dialog.showSaveDialog(window, {
    title: t('save-sheet'),
    defaultPath: join(app.getPath('documents'), `${t('sheet-file')}.pdf`),
    filters: [{ name: t('format-pdf'), extensions: ['pdf'] }],
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
  });
  return answer.canceled || answer.filePath === '' ? null : answer.filePath;
}

async function open(window: BrowserWindow, options: OpenDialogOptions): Promise<readonly string[]> {
  const answer = await dialog.showOpenDialog(window, options);
  return answer.canceled ? [] : answer.filePaths;
}
