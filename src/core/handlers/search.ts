/** Search across the library. */
import type { Handler } from './handler.ts';

export const searchHandlers: {
  'search.query': Handler<'search.query'>;
  'search.facets': Handler<'search.facets'>;
} = {
  'search.query': ({ search }, { query, limit, order, choice }) =>
    search.search(query, { limit, order, ...choice }),
  'search.facets': ({ search }, { query, choice }) => search.facets(query, choice),
};
