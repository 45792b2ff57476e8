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

export interface LunrVector {
  /** Lunr's score of a page in one field: this is the query's vector, the other the page's. */
  similarity(other: LunrVector): number;
}

interface LunrParts {
  readonly Query: (new (fields: readonly SearchField[]) => LunrQuery) & {
    readonly presence: { OPTIONAL: number; REQUIRED: number; PROHIBITED: number };
  };
  readonly QueryParser: new (text: string, query: LunrQuery) => { parse(): LunrQuery };
  /** Elements alternate: index, value; indices ascend. */
  readonly Vector: new (elements: number[]) => LunrVector;
}

export const lunrParts = lunr as unknown as LunrParts;
