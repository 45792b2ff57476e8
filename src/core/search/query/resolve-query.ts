/** Turns the words of a query into terms of the index. */
import type { SearchNotice } from '../../../shared/domain/search.ts';
import { assertNever } from '../../../shared/assert-never.ts';
import { queryTerms } from '../analysis/analyser.ts';
import type { Dictionary, MatchingTerms, NameEntry } from '../index/dictionary.ts';
import type { IndexView } from '../index/index-view.ts';
import { packWord } from '../index/pack-word.ts';
import type { PostingReader } from '../index/term-postings.ts';
import { SimilarityTest } from '../index/similarity-test.ts';
import { PatternTest } from '../index/word-test.ts';
import type { FacetFilter } from '../facets/facet.ts';
import type { ParsedQuery, Presence, QueryClause } from './parsed-query.ts';
import type { QueryWords } from './query-words.ts';

interface ResolvedBase {
  readonly presence: Presence;
  readonly fields: readonly number[];
  readonly boost: number;
}

/** One word of a phrase: any of its terms (packed), `offset` words after the first. */
export interface PhraseWord {
  readonly terms: readonly string[];
  readonly offset: number;
}

export type ResolvedClause = ResolvedBase &
  (
    | {
        readonly kind: 'terms';
        /** Packed. */
        readonly terms: readonly string[];
        /** Other spellings of a name; they weigh less. */
        readonly variants: readonly string[];
      }
    | { readonly kind: 'phrase'; readonly words: readonly PhraseWord[] }
  );

export interface ResolvedQuery {
  readonly groups: readonly (readonly ResolvedClause[])[];
  readonly facets: readonly FacetFilter[];
  readonly notices: readonly SearchNotice[];
  readonly spellings: readonly NameSpellings[];
}

/** A name of the query and the other spellings of it that stand in the library. */
export interface NameSpellings {
  readonly word: string;
  readonly variants: readonly NameEntry[];
}

/** Whether names are searched in other spellings, and which spellings are not wanted. */
export interface SpellingOptions {
  readonly enabled: boolean;
  readonly without: ReadonlySet<string>;
}

export interface ResolveContext {
  readonly spellings: SpellingOptions;
  readonly dictionary: Dictionary;
  readonly words: QueryWords;
  readonly postings: PostingReader;
  readonly view: IndexView;
}

/** What is told of the clauses while they are resolved. */
interface Remarks {
  readonly notices: SearchNotice[];
  readonly spellings: NameSpellings[];
}

/** Stop words are dropped as they were from the pages, with a notice. */
export function resolveQuery(query: ParsedQuery, context: ResolveContext): ResolvedQuery {
  const remarks: Remarks = { notices: [...query.notices], spellings: [] };
  const groups = query.groups.map((group) =>
    group.flatMap((clause) => {
      const resolved = resolveClause(clause, context, remarks);
      if (resolved === undefined) {
        for (const part of wordsOfClause(clause)) {
          remarks.notices.push({ kind: 'stop-words', part });
        }
      }
      return resolved ?? [];
    }),
  );
  return {
    groups: groups.filter((group) => group.length > 0),
    facets: query.facets,
    ...remarks,
  };
}

/** @returns undefined when the clause has nothing but stop words. */
function resolveClause(
  clause: QueryClause,
  context: ResolveContext,
  remarks: Remarks,
): ResolvedClause | undefined {
  const { presence, fields, boost } = clause;
  const base = { presence, fields, boost };
  const { dictionary, view, words } = context;
  switch (clause.kind) {
    case 'word': {
      const terms = context.words.terms(clause.word);
      if (terms.length === 0) return undefined;
      const wanted = presence !== 'prohibited' && clause.exact !== true;
      const variants = wanted ? otherSpellings(clause.word, terms, context) : [];
      if (variants.length > 0) remarks.spellings.push({ word: clause.word, variants });
      return { ...base, kind: 'terms', terms, variants: variants.map(({ term }) => term) };
    }
    case 'pattern': {
      const parts = clause.pattern.split('*').map(packWord);
      const found = words.matching(view, clause.pattern, () => new PatternTest(parts));
      return looseClause(base, [found], clause.pattern, remarks);
    }
    case 'fuzzy': {
      const wanted = dictionary.scope === 'forms' ? [clause.word] : queryTerms(clause.word);
      const found = wanted.map((word) =>
        words.matching(
          view,
          `${word}~${clause.distance}`,
          () => new SimilarityTest(word, clause.distance),
        ),
      );
      return looseClause(base, found, clause.word, remarks);
    }
    case 'phrase':
      return resolvePhrase(clause.words, base, context.words);
    default:
      return assertNever(clause);
  }
}

function looseClause(
  base: ResolvedBase,
  found: readonly MatchingTerms[],
  part: string,
  { notices }: Remarks,
): ResolvedClause {
  if (found.some(({ complete }) => !complete)) notices.push({ kind: 'too-wide', part });
  // A term that is near two stems of the word counts twice, as in Lunr.
  const terms = found.flatMap((matching) => matching.terms).sort();
  return { ...base, kind: 'terms', terms, variants: [] };
}

/** A word that stands in the library, but never like a name (search), has no other spellings (Siarhei). */
function otherSpellings(
  word: string,
  terms: readonly string[],
  { words, postings, spellings, view }: ResolveContext,
): NameEntry[] {
  if (!spellings.enabled) return [];
  const names = words.names(view, word);
  if (names.length === 0) return [];
  const isName =
    names.some(({ term }) => terms.includes(term)) || postings.read(view, terms).size === 0;
  if (!isName) return [];
  return names.filter(
    ({ term, spelling }) => !terms.includes(term) && !spellings.without.has(spelling),
  );
}

function resolvePhrase(
  words: readonly string[],
  base: ResolvedBase,
  known: QueryWords,
): ResolvedClause | undefined {
  const resolved: PhraseWord[] = [];
  for (const [offset, word] of words.entries()) {
    const terms = known.terms(word);
    if (terms.length > 0) resolved.push({ terms, offset });
  }
  const [first] = resolved;
  if (first === undefined) return undefined;
  if (resolved.length === 1) return { ...base, kind: 'terms', terms: first.terms, variants: [] };
  return { ...base, kind: 'phrase', words: resolved };
}

function wordsOfClause(clause: QueryClause): readonly string[] {
  if (clause.kind === 'phrase') return clause.words;
  return [clause.kind === 'pattern' ? clause.pattern : clause.word];
}
