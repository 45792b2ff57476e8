/** The settings of a library with their defaults. A value that this version does not know counts as not set. */
import {
  DEFAULT_IDLE_MINUTES,
  IDLE_MINUTES,
  TEXT_FACES,
  TEXT_MEASURES,
  TEXT_SIZE,
  TEXT_SPACINGS,
  USUAL_TEXT_LOOK,
  type LibrarySettings,
  type TextLook,
} from '../../shared/domain/settings.ts';
import {
  DOCUMENT_COLUMNS,
  USUAL_COLUMNS,
  type DocumentColumn,
} from '../../shared/domain/source-document.ts';
import type { LibraryDatabase } from './connection.ts';
import { forgetQueries } from './queries/saved-search.ts';
import { getSetting, putSetting } from './queries/setting.ts';

const IDLE = 'idle-minutes';
const RECENT = 'recent-searches';
const OFF = 'off';
const COLUMNS = 'document-columns';
const TEXT_LOOK = 'text-look';
const COLOUR_BY_TAG = 'colour-by-tag';
const SHEET_CONFIRMED = 'recovery-sheet-confirmed';

export function readSettings(database: LibraryDatabase): LibrarySettings {
  const idle = Number(getSetting(database, IDLE));
  return {
    idleMinutes: IDLE_MINUTES.find((known) => known === idle) ?? DEFAULT_IDLE_MINUTES,
    recentSearches: getSetting(database, RECENT) !== OFF,
    recoverySheetConfirmed: getSetting(database, SHEET_CONFIRMED) ?? null,
    documentColumns: columnsOf(getSetting(database, COLUMNS)),
    textLook: textLookOf(getSetting(database, TEXT_LOOK)),
    colourByTag: getSetting(database, COLOUR_BY_TAG) === 'yes',
  };
}

/** Size, measure, spacing and face, as they are put below. */
function textLookOf(stored: string | undefined): TextLook {
  const [size, measure, spacing, face] = (stored ?? '').split(' ');
  const percent = Number(size);
  return {
    size:
      percent >= TEXT_SIZE.least && percent <= TEXT_SIZE.most
        ? Math.round(percent)
        : TEXT_SIZE.usual,
    measure: TEXT_MEASURES.find((known) => known === measure) ?? USUAL_TEXT_LOOK.measure,
    spacing: TEXT_SPACINGS.find((known) => known === spacing) ?? USUAL_TEXT_LOOK.spacing,
    face: TEXT_FACES.find((known) => known === face) ?? USUAL_TEXT_LOOK.face,
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
  {
    idleMinutes,
    recentSearches,
    recoverySheetConfirmed,
    documentColumns,
    textLook,
    colourByTag,
  }: SettingsChange,
): LibrarySettings {
  database.transaction(() => {
    if (idleMinutes !== undefined) putSetting(database, IDLE, String(idleMinutes));
    if (recentSearches !== undefined) {
      putSetting(database, RECENT, recentSearches ? null : OFF);
      if (!recentSearches) forgetQueries(database, null);
    }
    if (recoverySheetConfirmed !== undefined) {
      putSetting(database, SHEET_CONFIRMED, recoverySheetConfirmed);
    }
    if (documentColumns !== undefined) putSetting(database, COLUMNS, documentColumns.join(' '));
    if (textLook !== undefined) {
      const { size, measure, spacing, face } = textLook;
      putSetting(database, TEXT_LOOK, [size, measure, spacing, face].join(' '));
    }
    if (colourByTag !== undefined) putSetting(database, COLOUR_BY_TAG, colourByTag ? 'yes' : 'no');
  })();
  return readSettings(database);
}
