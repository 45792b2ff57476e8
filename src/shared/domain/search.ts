/** What the search answers. One hit is one page; results are grouped by document. */

/** Which spellings of names are searched besides what was typed. */
export interface SpellingChoice {
  /** False searches names only in the spelling that was typed. */
  readonly spellings: boolean;
  /** Spellings, as `SearchOutcome.spellings` names them, that are not wanted. */
  readonly withoutSpellings: readonly string[];
}

export const ALL_SPELLINGS: SpellingChoice = { spellings: true, withoutSpellings: [] };

/** In which order the documents of an answer stand; in each, the best pages come first. */
export const SEARCH_ORDERS = ['relevance', 'newest', 'oldest', 'title'] as const;
export type SearchOrder = (typeof SEARCH_ORDERS)[number];

export interface SearchMark {
  /** UTF-16 units in the page's canonical text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

export interface SearchSnippet {
  readonly text: string;
  /** UTF-16 units in the page's canonical text where the snippet starts. */
  readonly start: number;
  /** Marks inside `text`: UTF-16 units counted from the start of the snippet. */
  readonly marks: readonly SearchMark[];
}

export interface PageHit {
  readonly page: number;
  readonly pageLabel: string;
  readonly score: number;
  readonly snippet: SearchSnippet;
  /** Every matched word of the page (UTF-16 units in the page's canonical text), in reading order. */
  readonly marks: readonly SearchMark[];
}

export interface DocumentHits {
  readonly documentId: number;
  readonly title: string;
  readonly fileName: string;
  /** Best page first. */
  readonly pages: readonly PageHit[];
  /** Number of pages of this document that match, shown or not. */
  readonly totalPages: number;
}

export interface SearchOutcome {
  readonly documents: readonly DocumentHits[];
  /** Number of pages that match in the whole library. */
  readonly total: number;
  /** Parts of the query that were not understood and were read as plain words; i18n keys `search.notice.<kind>`. */
  readonly notices: readonly SearchNotice[];
  /** Names that were searched in other spellings too. */
  readonly spellings: readonly FoundSpellings[];
}

/** Other spellings of a name that were found; each can be left out by name (`SpellingChoice.withoutSpellings`). */
export interface FoundSpellings {
  readonly word: string;
  readonly variants: readonly string[];
}

/** A part of the pages of one document that match. */
export interface DocumentMarks {
  /** In reading order; without those where only the title or a note matches. */
  readonly pages: readonly { readonly page: number; readonly marks: readonly SearchMark[] }[];
  /** The last page that was looked at; null when there are no more. */
  readonly next: number | null;
}

export type SearchNotice =
  | { kind: 'syntax'; part: string }
  | { kind: 'unclosed-quote'; part: string }
  | { kind: 'unknown-field'; part: string }
  /** A facet such as `tag:` without a value. */
  | { kind: 'empty-facet'; part: string }
  /** A facet whose value nothing in the library has. */
  | { kind: 'unknown-value'; part: string }
  /** A facet of days whose value is no range of days; it was left out. */
  | { kind: 'no-date'; part: string }
  | { kind: 'stop-words'; part: string }
  /** A pattern that too many words match: the commonest of them are searched. */
  | { kind: 'too-wide'; part: string };
