/**
 * Our index beside SQLite's FTS5, and up to 20,000 pages MiniSearch and stock Lunr, on the same pages, ours and FTS5's in the same
 * encrypted file: size, time to build, time of queries. Engines take turns query by query in one process, so the ratios hold
 * on a busy machine too; each query counts with the median of its turns. A ratio is of the queries that both can answer,
 * without patterns in the middle of words and similar words, which are in the table: FTS5 has neither, and Lunr is slower
 * at them than at anything else.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LibraryDatabase } from '../src/core/library/connection.ts';
import { createLibrary, openLibrary } from '../src/core/library/library.ts';
import { openSearchIndex } from '../src/core/search/open-search-index.ts';
import { quantile, ratio, round, time } from './measures.ts';
import {
  ANSWERED,
  ask,
  askFacets,
  byKind,
  together,
  type AskedQuery,
  type KindTable,
} from './search-asking.ts';
import { change } from './search-changes.ts';
import { ReportTexts } from './search-corpus.ts';
import { buildFts, fill, PASSPHRASE, sizeOf } from './search-library.ts';
import { buildLunr, buildMiniSearch } from './search-peers.ts';
import { makeQueries, type BenchQuery } from './search-queries.ts';

const SEED = 20_240_607;
/** Above it, engines that keep everything in memory take minutes and gigabytes to build. */
const IN_MEMORY_LIMIT = 20_000;
const SMALL_LIBRARY = 1_000;
/** One slice of the program's own maintenance, in milliseconds. */
const SLICE_MS = 30;
/** For FTS5 as much memory as ours keeps lists and blocks in, and SQLite's default of 16 MB on top; in KiB. */
const PAGE_CACHE = 64 * 1024;
/** Half of the new space of V8 in the program's library process, in MB; plain Node takes four times as much. */
const SEMI_SPACE = 8;
const ENGINES = ['ours', 'fts5', 'lunr', 'miniSearch'] as const;

export async function benchSearch(options: readonly string[]): Promise<object> {
  const pages = Number(options[options.indexOf('--pages') + 1] ?? '') || 2_000;
  const parent = mkdtempSync(join(tmpdir(), 'kartoteka-bench-'));
  try {
    return await measure(parent, pages);
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

async function measure(parent: string, pages: number): Promise<object> {
  const folder = join(parent, 'Bench.kartoteka');
  const { library } = await createLibrary(folder, 'Bench', PASSPHRASE);
  const { database } = library;
  const texts = new ReportTexts(SEED);
  say(`Making ${pages} pages`);
  const { reports } = fill(database, texts, pages);
  const queries = makeQueries(texts, reports);

  say('Building both indexes of the file');
  const sizeEmpty = sizeOf(database);
  const ftsBuild = time(() => {
    buildFts(database);
  });
  const ftsSize = sizeOf(database) - sizeEmpty;
  const built = buildOurs(database);
  const ourSize = sizeOf(database) - sizeEmpty - ftsSize;
  library.close();

  say('A fresh process');
  const fresh = askFreshProcess(parent, folder, queries);
  const reopened = await openLibrary(folder, PASSPHRASE);
  reopened.database.pragma(`cache_size=-${PAGE_CACHE}`);
  const peers = buildPeers(reopened.database, pages);
  say('Asking');
  const asked = ask(reopened.database, queries, peers.engines);
  const facets = askFacets(
    reopened.database,
    queries.filter(({ fts }) => fts !== null),
  );
  say('Adding and removing a report');
  const { library: small } = await createLibrary(
    join(parent, 'Small.kartoteka'),
    'Small',
    PASSPHRASE,
  );
  fill(small.database, texts, SMALL_LIBRARY);
  while (openSearchIndex(small.database).maintain(Number.POSITIVE_INFINITY));
  const changes = change(reopened.database, small.database, texts);
  small.close();
  reopened.close();

  const kinds = byKind(asked, ENGINES.slice(0, pages > IN_MEMORY_LIMIT ? 2 : 4));
  printTable(kinds);
  const comparable = asked.filter(({ times }) => times['fts5'] !== undefined);
  return {
    pages,
    ratios: {
      ...ratios('Fts5', comparable, 'ours', 'fts5'),
      ...ratios('Lunr', comparable, 'ours', 'lunr'),
      ...ratios('MiniSearch', comparable, 'ours', 'miniSearch'),
      snippetsVsFts5: ratioOf(comparable, 'oursShown', 'fts5Shown', 0.5),
      snippetsP95VsFts5: ratioOf(comparable, 'oursShown', 'fts5Shown', 0.95),
      buildVsFts5: round(built.total / ftsBuild),
      sizeVsFts5: round(ourSize / ftsSize),
      addVs1000Pages: round(changes.add / changes.addToSmall),
    },
    ms: {
      ...quantiles(comparable),
      build: Math.round(built.total),
      buildLongestSlice: round(built.longestSlice),
      fts5Build: Math.round(ftsBuild),
      ...peers.buildMs,
      facetsP50: round(quantile(facets, 0.5)),
      facetsP95: round(quantile(facets, 0.95)),
      add50Pages: round(changes.add),
      add50PagesTo1000: round(changes.addToSmall),
      remove50Pages: round(changes.remove),
      byKind: kinds,
    },
    sizeMb: { ours: round(ourSize / 1e6), fts5: round(ftsSize / 1e6) },
    rssMb: Math.round(fresh.rssMb),
    coldStartMs: round(fresh.coldStartMs),
  };
}

/** As the program does it for a library whose index is missing: in slices. */
function buildOurs(database: LibraryDatabase): { total: number; longestSlice: number } {
  const index = openSearchIndex(database);
  let longestSlice = 0;
  const total = time(() => {
    for (let start = performance.now(); index.maintain(SLICE_MS); start = performance.now()) {
      longestSlice = Math.max(longestSlice, performance.now() - start);
    }
  });
  return { total, longestSlice };
}

function buildPeers(
  database: LibraryDatabase,
  pages: number,
): { engines: Parameters<typeof ask>[2]; buildMs: object } {
  if (pages > IN_MEMORY_LIMIT) {
    return { engines: { lunr: undefined, mini: undefined }, buildMs: {} };
  }
  say('Building MiniSearch');
  const start = performance.now();
  const mini = buildMiniSearch(database, ANSWERED);
  const miniSearchBuild = Math.round(performance.now() - start);
  say('Building stock Lunr');
  const lunrStart = performance.now();
  const lunr = buildLunr(database);
  const lunrBuild = Math.round(performance.now() - lunrStart);
  return { engines: { lunr, mini }, buildMs: { miniSearchBuild, lunrBuild } };
}

function askFreshProcess(
  parent: string,
  folder: string,
  queries: readonly BenchQuery[],
): { coldStartMs: number; rssMb: number } {
  const queryFile = join(parent, 'queries.json');
  writeFileSync(queryFile, JSON.stringify(queries.map(({ ours }) => ours)));
  const run = (...args: readonly string[]): string =>
    execFileSync(
      process.execPath,
      [
        `--max-semi-space-size=${SEMI_SPACE}`,
        join(import.meta.dirname, 'search-process.ts'),
        ...args,
      ],
      { encoding: 'utf8', env: { NODE_COMPILE_CACHE: join(parent, 'compiled') } },
    );
  // The program is compiled before it is shipped; here the first run compiles for the second.
  run();
  return JSON.parse(run(folder, queryFile)) as { coldStartMs: number; rssMb: number };
}

function ratios(
  name: string,
  asked: readonly AskedQuery[],
  ours: string,
  theirs: string,
): Record<string, number | null> {
  return {
    [`p50Vs${name}`]: ratioOf(asked, ours, theirs, 0.5),
    [`p95Vs${name}`]: ratioOf(asked, ours, theirs, 0.95),
  };
}

/** Null when the other engine was left out. */
function ratioOf(
  asked: readonly AskedQuery[],
  ours: string,
  theirs: string,
  share: number,
): number | null {
  const { a, b } = together(asked, ours, theirs);
  return a.length === 0 ? null : ratio(a, b, share);
}

function quantiles(asked: readonly AskedQuery[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const name of [...ENGINES, 'oursShown', 'fts5Shown']) {
    const times = asked.flatMap((query) => query.times[name] ?? []);
    if (times.length === 0) continue;
    found[`${name}P50`] = round(quantile(times, 0.5));
    found[`${name}P95`] = round(quantile(times, 0.95));
  }
  return found;
}

function printTable(kinds: KindTable): void {
  console.log('Milliseconds of a query, median of its kind:');
  console.table(kinds);
}

function say(text: string): void {
  console.error(`${text} …`);
}
