/** The interface between the library and its search; the implementation may change without its callers. */
import type { SearchOutcome } from '../../shared/domain/search.ts';

export interface SearchOptions {
  /** Most pages shown. */
  readonly limit: number;
  /** False leaves names in the spelling that was typed; a word in quotes always stays as it is. */
  readonly spellings?: boolean;
  /** Spellings, as `SearchOutcome.spellings` names them, that are not wanted. */
  readonly withoutSpellings?: readonly string[];
}

export interface SearchIndex {
  /** Indexes all pages of a document; called inside the transaction that makes the document exist. */
  addDocument(documentId: number): void;
  /**
   * Forgets a document and the words that only it had; called in the transaction that deletes its rows.
   * @param texts its title, pages and notes; may be left out while its rows are still there.
   */
  removeDocument(documentId: number, texts?: readonly string[]): void;
  /**
   * The title of a document or the notes on its pages changed; called in the same transaction.
   * @param removed texts that were taken away: words of them that stand nowhere else leave the index.
   */
  documentChanged(documentId: number, removed?: readonly string[]): void;
  /** Never throws on bad input: what is not understood is read as plain words and reported in `notices`. */
  search(query: string, options: SearchOptions): SearchOutcome;
  /** The pages a query finds, best first, without a limit: for exporting what a search found. */
  matchingPages(query: string): readonly { documentId: number; page: number }[];
  /**
   * Merges, sweeps, and indexes what is missing or was indexed by an older version, in short transactions of its own;
   * for idle moments, never inside a transaction. True when there is more to do.
   * @param budgetMs milliseconds after which no new step is begun; a step takes some 30 ms, or the indexing of one document.
   */
  maintain(budgetMs: number): boolean;
  /** Throws the index away, when `verify` found problems; `maintain` builds it again. */
  discard(): void;
  /** Compares the index with the text of all pages; reads everything. */
  verify(): { pages: number; problems: number };
}
