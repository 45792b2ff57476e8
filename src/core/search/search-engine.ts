/** Answers queries with slots and scores; knows nothing of titles, snippets and documents. */
import type { FoundSpellings, SearchNotice, SearchOrder } from '../../shared/domain/search.ts';
import type { LibraryDatabase } from '../library/connection.ts';
import type { SearchFacets } from '../../shared/domain/facets.ts';
import { countFacets } from './facets/count-facets.ts';
import { allowedPages, chooseByFacets, type FacetMask } from './facets/facet-pages.ts';
import { facetSources, type FacetSources } from './facets/facet-sources.ts';
import { BlockReader } from './index/block-reader.ts';
import { Dictionary, type PatternScope } from './index/dictionary.ts';
import { IndexViewCache, type IndexView } from './index/index-view.ts';
import { PostingReader, type TermPostings } from './index/term-postings.ts';
import {
  choosePages,
  choosePagesInOrder,
  documentsOf,
  rankPages,
  type Matches,
} from './query/best-pages.ts';
import { lunrScores } from './query/lunr-score.ts';
import { matchWords } from './query/match-pages.ts';
import type { PageSet } from './query/page-set.ts';
import { orderDocuments } from './query/order-documents.ts';
import { parseQuery } from './query/parse-query.ts';
import { PhraseMatcher } from './query/phrase-matcher.ts';
import { QueryWords } from './query/query-words.ts';
import { queryVector, termsOf, type QueryVector } from './query/query-vector.ts';
import { resolveQuery, type ResolvedQuery, type SpellingOptions } from './query/resolve-query.ts';
import { PageScorer } from './query/score-pages.ts';
import type { MarkPlan } from './results/page-marks.ts';

/** All pages a query finds. */
export interface FoundPages extends Matches {
  readonly query: ResolvedQuery;
  readonly vector: QueryVector;
  /** By packed term. */
  readonly postings: ReadonlyMap<string, TermPostings>;
  readonly total: number;
  readonly notices: readonly SearchNotice[];
}

/** What a query finds by its words, and what its facets leave of that. */
interface MatchedQuery {
  readonly view: IndexView;
  readonly query: ResolvedQuery;
  readonly vector: QueryVector;
  readonly postings: ReadonlyMap<string, TermPostings>;
  readonly words: PageSet;
  readonly masks: readonly FacetMask[];
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
  readonly #dictionary: Dictionary;
  readonly #words: QueryWords;
  readonly #postings: PostingReader;
  readonly #phrases: PhraseMatcher;
  readonly #scorer = new PageScorer();
  readonly #sources: FacetSources;

  constructor(database: LibraryDatabase, scope: PatternScope) {
    this.#database = database;
    this.views = new IndexViewCache(database);
    const blocks = new BlockReader(database);
    this.#dictionary = new Dictionary(blocks, scope);
    this.#words = new QueryWords(this.#dictionary);
    this.#postings = new PostingReader(blocks);
    this.#phrases = new PhraseMatcher(blocks);
    this.#sources = facetSources(database);
  }

  find(text: string, spellings: SpellingOptions = NO_SPELLINGS): FoundPages {
    const { words, masks, ...matched } = this.#match(text, spellings);
    const { view, vector, postings } = matched;
    const allowed = allowedPages(view, masks);
    const { slots } = allowed ? words.keep(allowed, 1) : words;
    const scores = this.#scorer.score(view.slots, slots, vector, postings);
    return { ...matched, slots, scores, total: slots.length };
  }

  /** What the pages that a query finds could be narrowed to. */
  facets(text: string, spellings: SpellingOptions = NO_SPELLINGS): SearchFacets {
    const { view, query, words, masks } = this.#match(text, spellings);
    return countFacets(this.#sources, view, words, masks, query.facets);
  }

  #match(text: string, spellings: SpellingOptions): MatchedQuery {
    const view = this.views.current();
    const query = resolveQuery(parseQuery(text), {
      dictionary: this.#dictionary,
      words: this.#words,
      postings: this.#postings,
      view,
      spellings,
    });
    const postings = this.#postings.read(view, query.groups.flat().flatMap(termsOf));
    const vector = queryVector(query, postings);
    const { masks, notices } = chooseByFacets(this.#sources, view, query.facets);
    const context = { view, postings, phrases: this.#phrases };
    const words = matchWords(query, context, masks.length > 0);
    const told = distinct([...query.notices, ...notices]);
    return { view, query, vector, postings, words, masks, notices: told };
  }

  /** At most `limit` pages, with Lunr's scores: best first, or by document in another order. */
  best(found: FoundPages, limit: number, order: SearchOrder = 'relevance'): ScoredPage[] {
    const chosen =
      order === 'relevance'
        ? choosePages(found, limit)
        : choosePagesInOrder(
            found,
            orderDocuments(this.#database, documentsOf(found), order),
            limit,
          );
    const scores = lunrScores(chosen, found.vector, found.postings);
    return chosen.map((slot, index) => ({ slot, score: scores[index] ?? 0 }));
  }

  /** Slots of all pages found, best first. */
  all(found: FoundPages): Int32Array {
    return rankPages(found);
  }

  /** The other spellings that stand on a page, by word of the query. */
  spellings({ query, postings }: FoundPages): FoundSpellings[] {
    return query.spellings.flatMap(({ word, variants }) => {
      const found = variants.filter(({ term }) => postings.has(term));
      const spellings = [...new Set(found.map(({ spelling }) => spelling))].sort();
      return spellings.length === 0 ? [] : [{ word, variants: spellings }];
    });
  }

  /** What to mark in the given field of the pages found. */
  markPlan({ query }: FoundPages, field: number): MarkPlan {
    const clauses = query.groups
      .flat()
      .filter(({ presence, fields }) => presence !== 'prohibited' && fields.includes(field));
    const phrases = clauses.flatMap((clause) => (clause.kind === 'phrase' ? [clause.words] : []));
    return {
      terms: new Set(clauses.flatMap((clause) => (clause.kind === 'terms' ? termsOf(clause) : []))),
      phrases: phrases.map((words) =>
        words.map(({ terms, offset }) => ({
          terms: new Set(terms),
          offset: offset - (words[0]?.offset ?? 0),
        })),
      ),
    };
  }
}

/** A pasted sentence has the same small word many times. */
function distinct(notices: readonly SearchNotice[]): SearchNotice[] {
  return [...new Map(notices.map((notice) => [`${notice.kind} ${notice.part}`, notice])).values()];
}
