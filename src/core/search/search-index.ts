/** The interface between the library and its search; the implementation may change without its callers. */
import type { SearchFacets } from '../../shared/domain/facets.ts';
import type {
  DocumentMarks,
  SearchOrder,
  SearchOutcome,
  SpellingChoice,
} from '../../shared/domain/search.ts';
import type { PreparedEntries } from './prepared-entries.ts';

/** All spellings unless told otherwise; a word in quotes always stays as it is. */
export interface SearchOptions extends Partial<SpellingChoice> {
  /** Most pages shown. */
  readonly limit: number;
  /** `relevance` unless told otherwise. */
  readonly order?: SearchOrder | undefined;
}

export interface SearchIndex {
  /**
   * Makes the entries of a document before it exists, outside of any transaction; analysing is nearly all the work of
   * indexing, and can be done in slices between answers.
   * @param pages texts of all pages from the first.
   */
  prepareDocument(title: string, pages: readonly string[]): PreparedEntries;
  /**
   * Indexes all pages of a document; called inside the transaction that makes the document exist.
   * @param entries of the same title and pages; without them, the pages are read and analysed now.
   */
  addDocument(documentId: number, entries?: PreparedEntries): void;
  /** Forgets a document; called before its rows are deleted. */
  removeDocument(documentId: number): void;
  /** The title of a document or the notes on its pages changed. */
  documentChanged(documentId: number): void;
  /** Never throws on bad input: what is not understood is read as plain words and reported in `notices`. */
  search(query: string, options: SearchOptions): SearchOutcome;
  /** The pages a query finds, best first, without a limit: for exporting what a search found. */
  matchingPages(
    query: string,
    choice?: SpellingChoice,
  ): readonly { documentId: number; page: number }[];
  /**
   * Marks every matched word of one document, page by page, for some 30 ms.
   * @param after the page looked at last, 0 at the beginning.
   */
  hitsOf(documentId: number, query: string, choice: SpellingChoice, after: number): DocumentMarks;
  /** What a search could be narrowed to, with numbers of documents. */
  facets(query: string, choice?: SpellingChoice): SearchFacets;
  /**
   * Merges, sweeps, finds days that pages mention, and indexes what is missing or was indexed by an older version, in short transactions of its own;
   * for idle moments, never inside a transaction. True when there is more to do.
   * @param budgetMs milliseconds after which no new step is begun; a step takes some 30 ms, or the indexing of one document.
   */
  maintain(budgetMs: number): boolean;
  /**
   * Takes every word that stood only on removed pages, in removed notes or in former titles out of the index; for closing
   * the library, never inside a transaction. A segment of at most 4,096 pages is built anew for it, in about a second.
   * `maintain` does the same in idle moments, so that mostly nothing is left to do here.
   * @param budgetMs milliseconds after which no new step is begun; what is left is done in the next session.
   * @returns true when there is more to do.
   */
  purgeDeleted(budgetMs: number): boolean;
  /** Throws the index away, when `verify` found problems; `maintain` builds it again. */
  discard(): void;
  /** Compares the index with the text of all pages; reads everything. */
  verify(): { pages: number; problems: number };
}
