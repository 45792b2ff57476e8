/** The same queries to an encrypted library and to plain SQLite, query by query in turn. */
import type { SearchIndex } from '../../src/core/search/search-index.ts';
import { InventedWords } from '../../tests/helpers/invented-words.ts';
import { compare, inTurn, noTimings, time, type Comparison, type SideName } from './sides.ts';
import { makeVaultQueries } from './vault-queries.ts';

const SHOWN = 50;
const ROUNDS = 5;

export interface SearchComparison {
  /** Each query the first time: its postings are read from the file. */
  readonly first: Comparison;
  readonly again: Comparison;
}

/** @param indexes of files that were just opened */
export function compareSearch(
  indexes: Record<SideName, SearchIndex>,
  seed: number,
  pages: number,
): SearchComparison {
  const first = noTimings();
  const again = noTimings();
  for (const [turn, query] of makeVaultQueries(new InventedWords(seed, 4_000 + pages)).entries()) {
    const run = (name: SideName): number =>
      time(() => void indexes[name].search(query, { limit: SHOWN }));
    for (const name of inTurn(turn)) first[name].push(run(name));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const name of inTurn(turn + round)) again[name].push(run(name));
    }
  }
  return { first: compare(first), again: compare(again) };
}
