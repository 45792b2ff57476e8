/** Which pages a query finds: Lunr's presence rules within a group, any group for the whole. */
import type { IndexView } from '../index/index-view.ts';
import type { TermPostings } from '../index/term-postings.ts';
import { PageSet, pagesWith, unionOf } from './page-set.ts';
import type { PhraseMatcher } from './phrase-matcher.ts';
import type { ResolvedClause, ResolvedQuery } from './resolve-query.ts';
import { termsOf } from './query-vector.ts';

export interface MatchContext {
  readonly view: IndexView;
  readonly postings: ReadonlyMap<string, TermPostings>;
  readonly phrases: PhraseMatcher;
}

/** @param isFiltered whether facets narrow the query: without a word to search, all pages match then. */
export function matchWords(
  { groups }: ResolvedQuery,
  context: MatchContext,
  isFiltered: boolean,
): PageSet {
  if (groups.length === 0 && isFiltered) return allLive(context.view);
  const found = groups.map((group) => matchGroup(group, context).slots);
  return unionOf(context.view.slots, found);
}

function matchGroup(group: readonly ResolvedClause[], context: MatchContext): PageSet {
  const of = (presence: ResolvedClause['presence']): readonly ResolvedClause[] =>
    group.filter((clause) => clause.presence === presence);
  const required = of('required');
  const optional = of('optional');
  let found =
    required.length > 0
      ? matchAll(required, context)
      : optional.length > 0
        ? matchAny(optional, context)
        : allLive(context.view);
  for (const clause of of('prohibited')) {
    found = found.keep(matchClause(clause, context).mask, 0);
  }
  return found;
}

/** Begins with the clause that has fewest pages. */
function matchAll(clauses: readonly ResolvedClause[], context: MatchContext): PageSet {
  const [first = new PageSet(context.view.slots, 0), ...others] = clauses
    .map((clause) => matchClause(clause, context))
    .sort((a, b) => a.size - b.size);
  return others.reduce((found, { mask }) => found.keep(mask, 1), first);
}

function matchAny(clauses: readonly ResolvedClause[], context: MatchContext): PageSet {
  const parts = clauses.map((clause) => matchClause(clause, context).slots);
  return unionOf(context.view.slots, parts);
}

function matchClause(clause: ResolvedClause, { view, postings, phrases }: MatchContext): PageSet {
  if (clause.kind === 'phrase') return phrases.match(clause, view, postings);
  return pagesWith(view.slots, termsOf(clause), clause.fields, postings);
}

function allLive({ slots, live }: IndexView): PageSet {
  const all = new PageSet(slots, slots);
  for (let slot = 0; slot < slots; slot += 1) if (live[slot] === 1) all.add(slot);
  return all;
}
