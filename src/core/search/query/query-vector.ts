/** The weights a query gives to terms, per field, as Lunr adds them up. */
import { FIELDS } from '../fields.ts';
import type { TermPostings } from '../index/term-postings.ts';
import type { ResolvedClause, ResolvedQuery } from './resolve-query.ts';

/** What another spelling of a name weighs beside the one that was typed. */
const VARIANT_WEIGHT = 0.5;

export interface QueryVector {
  /** Per field: packed term to weight. */
  readonly weights: readonly ReadonlyMap<string, number>[];
  /** Per field: Euclidean length of the vector, 1 where it is empty. */
  readonly lengths: readonly number[];
}

/**
 * Prohibited clauses weigh nothing. Terms that stand on no live page are left out: words of removed documents must
 * not change the length of the vector.
 */
export function queryVector(
  query: ResolvedQuery,
  postings: ReadonlyMap<string, TermPostings>,
): QueryVector {
  const weights = FIELDS.map(() => new Map<string, number>());
  for (const clause of query.groups.flat()) {
    if (clause.presence === 'prohibited') continue;
    for (const [term, weight] of weightedTerms(clause)) {
      if (!postings.has(term)) continue;
      for (const field of clause.fields) {
        const ofField = weights[field];
        ofField?.set(term, (ofField.get(term) ?? 0) + weight);
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

/** All packed terms of a clause. */
export function termsOf(clause: ResolvedClause): readonly string[] {
  if (clause.kind === 'phrase') return clause.words.flatMap((word) => word.terms);
  return clause.variants.length === 0 ? clause.terms : [...clause.terms, ...clause.variants];
}

function weightedTerms(clause: ResolvedClause): (readonly [term: string, weight: number])[] {
  const variants = new Set(clause.kind === 'terms' ? clause.variants : []);
  return termsOf(clause).map((term) => [
    term,
    variants.has(term) ? clause.boost * VARIANT_WEIGHT : clause.boost,
  ]);
}
