/** Asks all engines the same queries in turn and says how long each took. */
import type { LibraryDatabase } from '../src/core/library/connection.ts';
import { openSearchIndex } from '../src/core/search/open-search-index.ts';
import { SearchEngine } from '../src/core/search/search-engine.ts';
import { quantile, round, time } from './measures.ts';
import { ftsQuery } from './search-library.ts';
import type { AskEngine } from './search-peers.ts';
import type { BenchQuery } from './search-queries.ts';
import type { Query } from 'minisearch';

/** Pages that a search answers in the program, and those shown with snippets here. */
export const ANSWERED = 50;
const SHOWN = 10;
const ROUNDS = 7;
/** What takes longer than this (milliseconds) is asked this often. */
const SLOW_MS = 100;
const ROUNDS_OF_SLOW = 2;

export interface Peers {
  readonly lunr: AskEngine<string> | undefined;
  readonly mini: AskEngine<Query> | undefined;
}

/** Milliseconds of one query by engine: the median of its turns; those that cannot be asked are missing. */
export type Times = Readonly<Record<string, number>>;

export interface AskedQuery {
  readonly kind: string;
  readonly times: Times;
}

export function ask(
  database: LibraryDatabase,
  queries: readonly BenchQuery[],
  { lunr: askLunr, mini: askMini }: Peers,
): AskedQuery[] {
  const index = openSearchIndex(database);
  const engine = new SearchEngine(database, 'forms');
  const plainFts = ftsQuery(database, ANSWERED, false);
  const shownFts = ftsQuery(database, SHOWN, true);
  const spellings = { enabled: true, without: new Set<string>() };
  const medians = takeTurns(
    queries.map(({ ours, fts, lunr, mini }) => ({
      ours: () => engine.best(engine.find(ours, spellings), ANSWERED),
      oursShown: () => index.search(ours, { limit: SHOWN }),
      ...(fts === null ? {} : { fts5: () => plainFts(fts), fts5Shown: () => shownFts(fts) }),
      ...(lunr === null || !askLunr ? {} : { lunr: () => askLunr(lunr) }),
      ...(mini === null || !askMini ? {} : { miniSearch: () => askMini(mini) }),
    })),
  );
  return queries.map(({ kind }, at) => ({ kind, times: medians[at] ?? {} }));
}

/** Milliseconds to count what each query can be narrowed to, medians; the program asks for it after the answer. */
export function askFacets(database: LibraryDatabase, queries: readonly BenchQuery[]): number[] {
  const index = openSearchIndex(database);
  return takeTurns(queries.map(({ ours }) => ({ facets: () => index.facets(ours) }))).map(
    ({ facets = 0 }) => facets,
  );
}

type Turns = Readonly<Record<string, () => unknown>>;

/**
 * All queries once, every engine of a query right after the other, then all again: what the machine does meanwhile, and the
 * warming up of caches and of compiled code, meets all alike.
 */
function takeTurns(queries: readonly Turns[]): Times[] {
  const times = queries.map((): Record<string, number[]> => ({}));
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    for (const [at, engines] of queries.entries()) {
      for (const [name, run] of Object.entries(engines)) {
        const list = ((times[at] ??= {})[name] ??= []);
        const isSlow = list.length >= ROUNDS_OF_SLOW && Math.min(...list) > SLOW_MS;
        if (!isSlow) list.push(time(run));
      }
    }
  }
  return times.map((lists) =>
    Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, quantile(list, 0.5)])),
  );
}

/** The times of both engines for the queries that both can answer. */
export function together(
  asked: readonly AskedQuery[],
  a: string,
  b: string,
): { a: number[]; b: number[] } {
  const both = asked.filter(({ times }) => times[a] !== undefined && times[b] !== undefined);
  return {
    a: both.map(({ times }) => times[a] ?? 0),
    b: both.map(({ times }) => times[b] ?? 0),
  };
}

export type KindTable = Record<string, Record<string, number | 'cannot'>>;

/** By kind of query, the median and what the engines asked cannot do. */
export function byKind(asked: readonly AskedQuery[], engines: readonly string[]): KindTable {
  const table: KindTable = {};
  for (const [kind, ofKind] of Map.groupBy(asked, (query) => query.kind)) {
    table[kind] = Object.fromEntries(
      engines.map((engine) => {
        const known = ofKind.flatMap(({ times }) => times[engine] ?? []);
        return [engine, known.length === 0 ? 'cannot' : round(quantile(known, 0.5))];
      }),
    );
  }
  return table;
}
