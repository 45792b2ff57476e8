/** The weights a query gives to terms, per field, as Lunr adds them up. */
import { FIELDS } from '../fields.ts';
import type { TermPostings } from '../index/term-postings.ts';
import type { ResolvedClause, ResolvedQuery } from './resolve-query.ts';

/** What another spelling of a name weighs beside the one that was typed. */
const VARIANT_WEIGHT = 0.5;

export interface QueryVector {
  /** Per field: term id to weight. */
  readonly weights: readonly ReadonlyMap<number, number>[];
  /** Per field: Euclidean length of the vector, 1 where it is empty. */
  readonly lengths: readonly number[];
}

/**
 * Prohibited clauses weigh nothing. Terms that stand on no live page are left out: words of removed documents must
 * not change the length of the vector.
 */
export function queryVector(
  query: ResolvedQuery,
  postings: ReadonlyMap<number, TermPostings>,
): QueryVector {
  const weights = FIELDS.map(() => new Map<number, number>());
  for (const clause of query.groups.flat()) {
    if (clause.presence === 'prohibited') continue;
    for (const [id, weight] of weightedTerms(clause)) {
      if (!postings.has(id)) continue;
      for (const field of clause.fields) {
        const ofField = weights[field];
        ofField?.set(id, (ofField.get(id) ?? 0) + weight);
      }
    }
  }
  const lengths = weights.map((ofField) => {
    let squares = 0;
    for (const weight of ofField.values()) squares += weight * weight;
    return Math.sqrt(squares) || 1;
  });
  return { weights, lengths };
}

export function termIdsOf(clause: ResolvedClause): readonly number[] {
  if (clause.kind === 'phrase') return clause.words.flatMap((word) => word.termIds);
  return [...clause.termIds, ...clause.variantIds];
}

function weightedTerms(clause: ResolvedClause): (readonly [id: number, weight: number])[] {
  const variants = new Set(clause.kind === 'terms' ? clause.variantIds : []);
  return termIdsOf(clause).map((id) => [
    id,
    variants.has(id) ? clause.boost * VARIANT_WEIGHT : clause.boost,
  ]);
}
