/** Search across the library. */
import type { Handler } from './handler.ts';

export const searchHandlers: { 'search.query': Handler<'search.query'> } = {
  'search.query': ({ search }, { query, limit, order, choice }) =>
    search.search(query, { limit, order, ...choice }),
};
