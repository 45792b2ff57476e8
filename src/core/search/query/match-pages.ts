/** Which pages a query finds: Lunr's presence rules within a group, any group for the whole. */
import { markTerms, type IndexState, type PageMask } from './page-mask.ts';
import { termIdsOf } from './query-vector.ts';
import type { PhraseMatcher } from './phrase-matcher.ts';
import type { ResolvedClause, ResolvedQuery } from './resolve-query.ts';

export interface MatchContext extends IndexState {
  readonly phrases: PhraseMatcher;
}

/** @param allowed the pages that facets leave; without a word to search, all of them match. */
export function matchPages(
  query: ResolvedQuery,
  context: MatchContext,
  allowed: PageMask | undefined,
): PageMask {
  if (query.groups.length === 0 && allowed !== undefined) return allowed;
  const found = new Uint8Array(context.view.slots);
  for (const group of query.groups) {
    const ofGroup = matchGroup(group, context);
    for (let slot = 0; slot < found.length; slot += 1) if (ofGroup[slot] === 1) found[slot] = 1;
  }
  for (let slot = 0; slot < found.length; slot += 1) if (allowed?.[slot] === 0) found[slot] = 0;
  return found;
}

function matchGroup(group: readonly ResolvedClause[], context: MatchContext): PageMask {
  const required = group.filter((clause) => clause.presence === 'required');
  const optional = group.filter((clause) => clause.presence === 'optional');
  const prohibited = group.filter((clause) => clause.presence === 'prohibited');
  const onlyProhibits = required.length === 0 && optional.length === 0;
  const found = onlyProhibits
    ? Uint8Array.from(context.view.live)
    : new Uint8Array(context.view.slots);
  const [first, ...rest] = required;
  if (first !== undefined) {
    markClause(first, context, found);
    for (const clause of rest) {
      const mask = new Uint8Array(found.length);
      markClause(clause, context, mask);
      for (let slot = 0; slot < found.length; slot += 1) if (mask[slot] === 0) found[slot] = 0;
    }
  } else for (const clause of optional) markClause(clause, context, found);
  for (const clause of prohibited) {
    const mask = new Uint8Array(found.length);
    markClause(clause, context, mask);
    for (let slot = 0; slot < found.length; slot += 1) if (mask[slot] === 1) found[slot] = 0;
  }
  return found;
}

function markClause(clause: ResolvedClause, context: MatchContext, mask: PageMask): void {
  if (clause.kind === 'phrase') {
    context.phrases.mark(clause, context, mask);
    return;
  }
  markTerms(termIdsOf(clause), clause.fields, context.postings, mask);
}
