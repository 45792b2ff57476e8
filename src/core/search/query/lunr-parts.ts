/** The parts of Lunr the search runs on, typed as they are (the published types leave them out or wrong). */
import lunr from 'lunr';
import type { SearchField } from '../fields.ts';

export interface LunrClause {
  term: string;
  fields: SearchField[];
  boost: number;
  usePipeline: boolean;
  wildcard: number;
  presence: number;
  editDistance?: number;
}

export interface LunrQuery {
  clauses: LunrClause[];
}

export interface LunrTokenSet {
  intersect(other: LunrTokenSet): LunrTokenSet;
  toArray(): string[];
}

interface LunrParts {
  readonly Query: (new (fields: readonly SearchField[]) => LunrQuery) & {
    readonly presence: { OPTIONAL: number; REQUIRED: number; PROHIBITED: number };
  };
  readonly QueryParser: new (text: string, query: LunrQuery) => { parse(): LunrQuery };
  readonly TokenSet: {
    fromArray(sorted: readonly string[]): LunrTokenSet;
    fromFuzzyString(word: string, distance: number): LunrTokenSet;
  };
  /** Elements alternate: index, value; indices ascend. */
  readonly Vector: new (elements: number[]) => object;
  readonly Pipeline: new () => object;
  readonly Index: new (parts: {
    invertedIndex: Record<string, unknown>;
    fieldVectors: Record<string, object>;
    tokenSet: LunrTokenSet;
    fields: readonly SearchField[];
    pipeline: object;
  }) => { query(fill: (query: LunrQuery) => void): { ref: string; score: number }[] };
}

export const lunrParts = lunr as unknown as LunrParts;
