/** Saved searches, and the queries of late. */
import { z } from 'zod';
import type { SavedSearch, SearchBook } from '../../../shared/domain/saved-search.ts';
import {
  ALL_SPELLINGS,
  SEARCH_ORDERS,
  type SpellingChoice,
} from '../../../shared/domain/search.ts';
import type { LibraryDatabase } from '../connection.ts';
import { noteTraces } from '../traces.ts';

/** More are of no help to the memory, and a trace of every thought. */
const MOST_RECENT = 20;

const names = new Intl.Collator(['en', 'be', 'ru', 'uk'], { numeric: true });
const spellingsSchema = z.object({ spellings: z.boolean(), withoutSpellings: z.array(z.string()) });

export function readSearchBook(database: LibraryDatabase): SearchBook {
  const saved = database
    .prepare<[], { id: number; name: string; query: string; sortOrder: string; spellings: string }>(
      'SELECT id, name, query, sort_order AS sortOrder, spellings FROM saved_search',
    )
    .all()
    .map(({ id, name, query, sortOrder, spellings }): SavedSearch => ({
      id,
      name,
      query,
      order: SEARCH_ORDERS.find((known) => known === sortOrder) ?? 'relevance',
      choice: choiceOf(spellings),
    }))
    .sort((a, b) => names.compare(a.name, b.name) || a.id - b.id);
  const recent = database
    .prepare<[], string>('SELECT query FROM recent_search ORDER BY id DESC')
    .pluck()
    .all();
  return { saved, recent };
}

function choiceOf(stored: string): SpellingChoice {
  const parsed = spellingsSchema.safeParse(JSON.parse(stored));
  return parsed.success ? parsed.data : ALL_SPELLINGS;
}

/** Puts a query before all others of late. */
export function rememberQuery(database: LibraryDatabase, query: string): void {
  database.transaction(() => {
    database.prepare('DELETE FROM recent_search WHERE query = ?').run(query);
    database.prepare('INSERT INTO recent_search (query) VALUES (?)').run(query);
    database
      .prepare(
        `DELETE FROM recent_search WHERE id NOT IN
           (SELECT id FROM recent_search ORDER BY id DESC LIMIT ?)`,
      )
      .run(MOST_RECENT);
  })();
}

/** Forgets one query of late, all of them when none is named: out of the file too, once nobody is there. */
export function forgetQueries(database: LibraryDatabase, query: string | null): void {
  database.transaction(() => {
    const { changes } =
      query === null
        ? database.prepare('DELETE FROM recent_search').run()
        : database.prepare('DELETE FROM recent_search WHERE query = ?').run(query);
    if (changes > 0) noteTraces(database, 'library');
  })();
}
