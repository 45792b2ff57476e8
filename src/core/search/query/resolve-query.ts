/** Turns the words of a query into terms of the index. */
import type { SearchNotice } from '../../../shared/domain/search.ts';
import { assertNever } from '../../../shared/assert-never.ts';
import type { Analysis } from '../analysis/analyser.ts';
import type { Dictionary, NameEntry } from '../index/dictionary.ts';
import { nameKeys } from '../names/name-key.ts';
import type { FacetFilter } from './facet.ts';
import type { ParsedQuery, Presence, QueryClause } from './parsed-query.ts';

interface ResolvedBase {
  readonly presence: Presence;
  readonly fields: readonly number[];
  readonly boost: number;
}

/** One word of a phrase: any of its terms, `offset` words after the first. */
export interface PhraseWord {
  readonly termIds: readonly number[];
  readonly offset: number;
}

export type ResolvedClause = ResolvedBase &
  (
    | {
        readonly kind: 'terms';
        readonly termIds: readonly number[];
        /** Other spellings of a name; they weigh less. */
        readonly variantIds: readonly number[];
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
  readonly analysis: Pick<Analysis, 'queryTerms'>;
  readonly dictionary: Dictionary;
  readonly generation: number;
}

/** Stop words are dropped as they were from the pages, with a notice. */
export function resolveQuery(query: ParsedQuery, context: ResolveContext): ResolvedQuery {
  const dropped: string[] = [];
  const spellings: NameSpellings[] = [];
  const groups = query.groups.map((group) =>
    group.flatMap((clause) => {
      const resolved = resolveClause(clause, context, spellings);
      if (resolved === undefined) dropped.push(...wordsOfClause(clause));
      return resolved ?? [];
    }),
  );
  const notices = dropped.map((part) => ({ kind: 'stop-words', part }) as const);
  return {
    groups: groups.filter((group) => group.length > 0),
    facets: query.facets,
    notices: [...query.notices, ...notices],
    spellings,
  };
}

/** @returns undefined when the clause has nothing but stop words. */
function resolveClause(
  clause: QueryClause,
  context: ResolveContext,
  spellings: NameSpellings[],
): ResolvedClause | undefined {
  const { presence, fields, boost } = clause;
  const base = { presence, fields, boost };
  const { dictionary, generation } = context;
  switch (clause.kind) {
    case 'word': {
      const terms = context.analysis.queryTerms(clause.word);
      if (terms.length === 0) return undefined;
      const termIds = knownIds(terms, dictionary);
      const wanted = presence !== 'prohibited' && clause.exact !== true;
      const variants = wanted ? otherSpellings(clause.word, termIds, context) : [];
      if (variants.length > 0) spellings.push({ word: clause.word, variants });
      const variantIds = [...new Set(variants.map(({ termId }) => termId))];
      return { ...base, kind: 'terms', termIds, variantIds };
    }
    case 'pattern':
      return {
        ...base,
        kind: 'terms',
        termIds: dictionary.matching(clause.pattern, generation),
        variantIds: [],
      };
    case 'fuzzy': {
      const words =
        dictionary.scope === 'forms' ? [clause.word] : context.analysis.queryTerms(clause.word);
      const termIds = words.flatMap((word) =>
        dictionary.similar(word, clause.distance, generation),
      );
      return { ...base, kind: 'terms', termIds, variantIds: [] };
    }
    case 'phrase':
      return resolvePhrase(clause.words, base, context);
    default:
      return assertNever(clause);
  }
}

/** A word that stands in the library, but never like a name (search), has no other spellings (Siarhei). */
function otherSpellings(
  word: string,
  termIds: readonly number[],
  { dictionary, spellings }: ResolveContext,
): NameEntry[] {
  if (!spellings.enabled) return [];
  const keys = nameKeys(word);
  if (keys.length === 0) return [];
  const names = dictionary.namesWith(keys);
  const isName = termIds.length === 0 || names.some(({ termId }) => termIds.includes(termId));
  if (!isName) return [];
  return names.filter(
    ({ termId, spelling }) => !termIds.includes(termId) && !spellings.without.has(spelling),
  );
}

function resolvePhrase(
  words: readonly string[],
  base: ResolvedBase,
  { analysis, dictionary }: ResolveContext,
): ResolvedClause | undefined {
  const resolved: PhraseWord[] = [];
  for (const [offset, word] of words.entries()) {
    const terms = analysis.queryTerms(word);
    if (terms.length > 0) resolved.push({ termIds: knownIds(terms, dictionary), offset });
  }
  const [first] = resolved;
  if (first === undefined) return undefined;
  if (resolved.length === 1) {
    return { ...base, kind: 'terms', termIds: first.termIds, variantIds: [] };
  }
  return { ...base, kind: 'phrase', words: resolved };
}

function knownIds(terms: readonly string[], dictionary: Dictionary): number[] {
  return terms.flatMap((term) => dictionary.idOf(term) ?? []);
}

function wordsOfClause(clause: QueryClause): readonly string[] {
  if (clause.kind === 'phrase') return clause.words;
  return [clause.kind === 'pattern' ? clause.pattern : clause.word];
}
