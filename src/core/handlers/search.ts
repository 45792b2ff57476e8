/** Search across the library. */
import { forgetQueries, readSearchBook, rememberQuery } from '../library/queries/saved-search.ts';
import { readSettings } from '../library/settings.ts';
import type { Handler } from './handler.ts';

export const searchHandlers: {
  'search.query': Handler<'search.query'>;
  'search.facets': Handler<'search.facets'>;
  'search.hits': Handler<'search.hits'>;
  'search.book': Handler<'search.book'>;
  'search.remember': Handler<'search.remember'>;
  'search.forget': Handler<'search.forget'>;
} = {
  'search.query': ({ search }, { query, limit, order, choice }) =>
    search.search(query, { limit, order, ...choice }),
  'search.facets': ({ search }, { query, choice }) => search.facets(query, choice),
  'search.hits': ({ search }, { query, choice, documentId, after }) =>
    search.hitsOf(documentId, query, choice, after),
  'search.book': ({ library }) => readSearchBook(library.database),
  'search.remember'(context, { query }) {
    const { database, access } = context.library;
    if (access.readOnly || !readSettings(database).recentSearches) return null;
    rememberQuery(database, query);
    context.push({ kind: 'library-changed', what: ['search'] });
    return null;
  },
  'search.forget'(context, { query }) {
    forgetQueries(context.library.database, query);
    context.push({ kind: 'library-changed', what: ['search'] });
    return null;
  },
};
