/** Answers queries with slots and scores; knows nothing of titles, snippets and documents. */
import type { FoundSpellings, SearchNotice } from '../../shared/domain/search.ts';
import type { LibraryDatabase } from '../library/connection.ts';
import type { Analysis } from './analysis/analyser.ts';
import { Dictionary, type PatternScope } from './index/dictionary.ts';
import { IndexViewCache } from './index/index-view.ts';
import { PostingReader, type TermPostings } from './index/term-postings.ts';
import { choosePages, countPages, rankPages, type Matches } from './query/best-pages.ts';
import { facetPages } from './query/facet-pages.ts';
import { lunrScores } from './query/lunr-score.ts';
import { matchPages } from './query/match-pages.ts';
import { parseQuery } from './query/parse-query.ts';
import { PhraseMatcher } from './query/phrase-matcher.ts';
import { queryVector, termIdsOf, type QueryVector } from './query/query-vector.ts';
import { resolveQuery, type ResolvedQuery, type SpellingOptions } from './query/resolve-query.ts';
import { scorePages } from './query/score-pages.ts';
import type { MarkPlan } from './results/page-marks.ts';

/** All pages a query finds. */
export interface FoundPages extends Matches {
  readonly query: ResolvedQuery;
  readonly vector: QueryVector;
  readonly postings: ReadonlyMap<number, TermPostings>;
  readonly total: number;
  readonly notices: readonly SearchNotice[];
}

const NO_SPELLINGS: SpellingOptions = { enabled: false, without: new Set() };

export interface ScoredPage {
  readonly slot: number;
  readonly score: number;
}

export class SearchEngine {
  readonly views: IndexViewCache;
  readonly #database: LibraryDatabase;
  readonly #analysis: Analysis;
  readonly #dictionary: Dictionary;
  readonly #postings: PostingReader;
  readonly #phrases: PhraseMatcher;

  constructor(database: LibraryDatabase, analysis: Analysis, scope: PatternScope) {
    this.#database = database;
    this.views = new IndexViewCache(database);
    this.#analysis = analysis;
    this.#dictionary = new Dictionary(database, scope);
    this.#postings = new PostingReader(database);
    this.#phrases = new PhraseMatcher(database);
  }

  find(text: string, spellings: SpellingOptions = NO_SPELLINGS): FoundPages {
    const view = this.views.current();
    const query = resolveQuery(parseQuery(text), {
      analysis: this.#analysis,
      dictionary: this.#dictionary,
      generation: view.generation,
      spellings,
    });
    const postings = this.#postings.read(view, new Set(query.groups.flat().flatMap(termIdsOf)));
    const vector = queryVector(query, postings);
    const allowed = facetPages(this.#database, view, query.facets);
    const mask = matchPages(query, { view, postings, phrases: this.#phrases }, allowed);
    const scores = scorePages(view, vector, postings);
    return {
      view,
      query,
      vector,
      postings,
      mask,
      scores,
      total: countPages(mask),
      notices: query.notices,
    };
  }

  /** At most `limit` pages, with Lunr's scores, best first. */
  best(found: FoundPages, limit: number): ScoredPage[] {
    const chosen = choosePages(found, limit);
    const scores = lunrScores(found.view, chosen, found.vector, found.postings);
    return chosen.map((slot) => ({ slot, score: scores.get(slot) ?? 0 }));
  }

  /** Slots of all pages found, best first. */
  all(found: FoundPages): Int32Array {
    return rankPages(found);
  }

  /** The other spellings that stand on a page, by word of the query. */
  spellings({ query, postings }: FoundPages): FoundSpellings[] {
    return query.spellings.flatMap(({ word, variants }) => {
      const found = variants.filter(({ termId }) => postings.has(termId));
      const spellings = [...new Set(found.map(({ spelling }) => spelling))].sort();
      return spellings.length === 0 ? [] : [{ word, variants: spellings }];
    });
  }

  /** What to mark in the given field of the pages found. */
  markPlan({ query }: FoundPages, field: number): MarkPlan {
    const clauses = query.groups
      .flat()
      .filter(({ presence, fields }) => presence !== 'prohibited' && fields.includes(field));
    const ids = clauses.flatMap((clause) => (clause.kind === 'terms' ? termIdsOf(clause) : []));
    const phrases = clauses.flatMap((clause) => (clause.kind === 'phrase' ? [clause.words] : []));
    return {
      terms: new Set(this.#dictionary.textsOf(ids)),
      phrases: phrases.map((words) =>
        words.map(({ termIds, offset }) => ({
          terms: new Set(this.#dictionary.textsOf(termIds)),
          offset: offset - (words[0]?.offset ?? 0),
        })),
      ),
    };
  }
}
