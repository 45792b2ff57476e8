/** The engines that keep everything in memory, over the same pages with the same analysis of words. */
import MiniSearch, { type Query } from 'minisearch';
import type { LibraryDatabase } from '../src/core/library/connection.ts';
import { queryTerms, stemmingOf, termOf } from '../src/core/search/analysis/analyser.ts';
import { foldWord } from '../src/core/search/analysis/fold.ts';
import { guessLanguage } from '../src/core/search/analysis/language.ts';
import { wordsOf } from '../src/core/search/analysis/words.ts';
import { buildStockLunr } from '../tests/helpers/stock-lunr.ts';

export type AskEngine<Asked> = (query: Asked) => unknown;

interface PageRow {
  readonly id: number;
  readonly title: string;
  readonly body: string;
}

/** The view is made with FTS5's index. */
function pages(database: LibraryDatabase): IterableIterator<PageRow> {
  return database
    .prepare<[], PageRow>('SELECT id, title, body FROM bench_page ORDER BY id')
    .iterate();
}

export function buildLunr(database: LibraryDatabase): AskEngine<string> {
  const stock = buildStockLunr(
    Array.from(pages(database), ({ id, title, body }) => ({
      ref: String(id),
      texts: [title, body, ''],
    })),
  );
  return (query) => stock.search(query);
}

/** @param shown most pages of an answer. */
export function buildMiniSearch(database: LibraryDatabase, shown: number): AskEngine<Query> {
  const known = new Map<string, string>();
  const termsOf = (text: string): string[] => {
    const stemming = stemmingOf(guessLanguage(text));
    return wordsOf(text).map(({ text: word }) => {
      const key = `${stemming}${word}`;
      let term = known.get(key);
      if (term === undefined) known.set(key, (term = termOf(foldWord(word), stemming)));
      return term;
    });
  };
  const engine = new MiniSearch<PageRow>({
    fields: ['title', 'body'],
    tokenize: termsOf,
    processTerm: (term) => term,
    searchOptions: {
      boost: { title: 2 },
      tokenize: (text) => wordsOf(text).flatMap(({ text: word }) => queryTerms(word)),
    },
  });
  for (const page of pages(database)) engine.add(page);
  return (query) => engine.search(query).slice(0, shown);
}
