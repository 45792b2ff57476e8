/** The i18n instance of the main process: menus and native dialogs. */
import { createI18n } from '../shared/i18n/index.ts';

export const words = createI18n();
