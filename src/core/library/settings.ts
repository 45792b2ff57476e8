/** The settings of a library with their defaults. A value that this version does not know counts as not set. */
import {
  DEFAULT_IDLE_MINUTES,
  IDLE_MINUTES,
  type LibrarySettings,
} from '../../shared/domain/settings.ts';
import {
  DOCUMENT_COLUMNS,
  USUAL_COLUMNS,
  type DocumentColumn,
} from '../../shared/domain/source-document.ts';
import type { LibraryDatabase } from './connection.ts';
import { getSetting, putSetting } from './queries/setting.ts';

const IDLE = 'idle-minutes';
const COLUMNS = 'document-columns';
const SHEET_CONFIRMED = 'recovery-sheet-confirmed';

export function readSettings(database: LibraryDatabase): LibrarySettings {
  const idle = Number(getSetting(database, IDLE));
  return {
    idleMinutes: IDLE_MINUTES.find((known) => known === idle) ?? DEFAULT_IDLE_MINUTES,
    recoverySheetConfirmed: getSetting(database, SHEET_CONFIRMED) ?? null,
    documentColumns: columnsOf(getSetting(database, COLUMNS)),
  };
}

function columnsOf(stored: string | undefined): readonly DocumentColumn[] {
  if (stored === undefined) return USUAL_COLUMNS;
  const wanted = new Set(stored.split(' '));
  return DOCUMENT_COLUMNS.filter((column) => column === 'title' || wanted.has(column));
}

/** What is undefined stays. */
export type SettingsChange = { [K in keyof LibrarySettings]?: LibrarySettings[K] | undefined };

/** Changes what is given and answers all settings. */
export function changeSettings(
  database: LibraryDatabase,
  { idleMinutes, recoverySheetConfirmed, documentColumns }: SettingsChange,
): LibrarySettings {
  database.transaction(() => {
    if (idleMinutes !== undefined) putSetting(database, IDLE, String(idleMinutes));
    if (recoverySheetConfirmed !== undefined) {
      putSetting(database, SHEET_CONFIRMED, recoverySheetConfirmed);
    }
    if (documentColumns !== undefined) putSetting(database, COLUMNS, documentColumns.join(' '));
  })();
  return readSettings(database);
}
