/** What is set for the open library. */
import { changeSettings, readSettings } from '../library/settings.ts';
import type { Handler } from './handler.ts';

export const settingsHandlers: {
  'settings.get': Handler<'settings.get'>;
  'settings.set': Handler<'settings.set'>;
} = {
  'settings.get': ({ library }) => readSettings(library.database),
  'settings.set': (context, request) => {
    const settings = changeSettings(context.library.database, request);
    context.push({ kind: 'settings-changed', settings });
    if (request.recentSearches === false) {
      context.push({ kind: 'library-changed', what: ['search'] });
    }
    return settings;
  },
};
