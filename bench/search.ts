/**
 * Our index beside SQLite's FTS5 (and stock Lunr up to 20,000 pages) on the same encrypted file: size, time to build, time of
 * queries. Engines take turns query by query in one process, so the ratios hold on a busy machine too; each query counts
 * with the median of its turns. Queries that FTS5 has no word for run on ours alone and are not in the ratios.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LibraryDatabase } from '../src/core/library/connection.ts';
import { createLibrary, openLibrary } from '../src/core/library/library.ts';
import { openSearchIndex } from '../src/core/search/open-search-index.ts';
import { SearchEngine } from '../src/core/search/search-engine.ts';
import type { SearchIndex } from '../src/core/search/search-index.ts';
import { buildStockLunr, type StockPage } from '../tests/helpers/stock-lunr.ts';
import { ReportTexts } from './search-corpus.ts';
import {
  buildFts,
  fill,
  ftsQuery,
  PAGES_OF_A_REPORT,
  PASSPHRASE,
  sizeOf,
} from './search-library.ts';
import { makeQueries, type BenchQuery } from './search-queries.ts';

const SEED = 20_240_607;
/** Pages that a search answers in the program, and those shown with snippets here. */
const ANSWERED = 50;
const SHOWN = 10;
const ROUNDS = 7;
const STOCK_LUNR_LIMIT = 20_000;
const SMALL_LIBRARY = 1_000;
/** One slice of the program's own maintenance, in milliseconds. */
const SLICE_MS = 30;
/** For FTS5 as much memory as ours keeps lists and blocks in, and SQLite's default of 16 MB on top; in KiB. */
const PAGE_CACHE = 64 * 1024;

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

  say('Building both indexes');
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
  const stock =
    pages <= STOCK_LUNR_LIMIT ? buildStockLunr(stockPages(reopened.database)) : undefined;
  say('Asking');
  const asked = ask(reopened.database, queries, stock);
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

  const { ours, fts, lunr } = asked;
  return {
    pages,
    ratios: {
      p50VsFts5: ratio(ours.plain, fts.plain, 0.5),
      p95VsFts5: ratio(ours.plain, fts.plain, 0.95),
      p50VsLunr: stock ? ratio(ours.plain, lunr, 0.5) : null,
      p95VsLunr: stock ? ratio(ours.plain, lunr, 0.95) : null,
      snippetsVsFts5: ratio(ours.shown, fts.shown, 0.5),
      snippetsP95VsFts5: ratio(ours.shown, fts.shown, 0.95),
      buildVsFts5: round(built.total / ftsBuild),
      sizeVsFts5: round(ourSize / ftsSize),
      addVs1000Pages: round(changes.add / changes.addToSmall),
    },
    ms: {
      ...quantiles('ours', ours.plain),
      ...quantiles('fts5', fts.plain),
      ...(stock ? quantiles('lunr', lunr) : {}),
      ...quantiles('oursSnippets', ours.shown),
      ...quantiles('fts5Snippets', fts.shown),
      build: Math.round(built.total),
      buildLongestSlice: round(built.longestSlice),
      fts5Build: Math.round(ftsBuild),
      add50Pages: round(changes.add),
      add50PagesTo1000: round(changes.addToSmall),
      remove50Pages: round(changes.remove),
      byKind: asked.byKind,
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

function askFreshProcess(
  parent: string,
  folder: string,
  queries: readonly BenchQuery[],
): { coldStartMs: number; rssMb: number } {
  const queryFile = join(parent, 'queries.json');
  writeFileSync(queryFile, JSON.stringify(queries.map(({ ours }) => ours)));
  const script = join(import.meta.dirname, 'search-process.ts');
  const printed = execFileSync(process.execPath, [script, folder, queryFile], { encoding: 'utf8' });
  return JSON.parse(printed) as { coldStartMs: number; rssMb: number };
}

interface Asked {
  readonly ours: { plain: number[]; shown: number[] };
  readonly fts: { plain: number[]; shown: number[] };
  readonly lunr: number[];
  /** Slowest of each kind, ours and FTS5's. */
  readonly byKind: Record<string, [ours: number, fts: number | null]>;
}

function ask(
  database: LibraryDatabase,
  queries: readonly BenchQuery[],
  stock: ReturnType<typeof buildStockLunr> | undefined,
): Asked {
  const index = openSearchIndex(database);
  const engine = new SearchEngine(database, 'forms');
  const plainFts = ftsQuery(database, ANSWERED, false);
  const shownFts = ftsQuery(database, SHOWN, true);
  const asked: Asked = {
    ours: { plain: [], shown: [] },
    fts: { plain: [], shown: [] },
    lunr: [],
    byKind: {},
  };
  const spellings = { enabled: true, without: new Set<string>() };
  const medians = takeTurns(
    queries.map(({ ours, fts }) => ({
      ours: () => engine.best(engine.find(ours, spellings), ANSWERED),
      shown: () => index.search(ours, { limit: SHOWN }),
      ...(fts === null
        ? {}
        : {
            fts: () => {
              plainFts(fts);
            },
            ftsShown: () => {
              shownFts(fts);
            },
          }),
      ...(stock && fts !== null ? { lunr: () => stock.search(ours) } : {}),
    })),
  );
  for (const [at, { kind, fts }] of queries.entries()) {
    const times = medians[at] ?? {};
    const slowest = asked.byKind[kind] ?? [0, 0];
    asked.byKind[kind] = [
      Math.max(slowest[0], round(times['ours'] ?? 0)),
      fts === null ? null : Math.max(slowest[1] ?? 0, round(times['fts'] ?? 0)),
    ];
    if (fts === null) continue;
    asked.ours.plain.push(times['ours'] ?? 0);
    asked.ours.shown.push(times['shown'] ?? 0);
    asked.fts.plain.push(times['fts'] ?? 0);
    asked.fts.shown.push(times['ftsShown'] ?? 0);
    if (stock) asked.lunr.push(times['lunr'] ?? 0);
  }
  return asked;
}

type Turns = Record<string, (() => unknown) | undefined>;

/**
 * All queries once, every engine of a query right after the other, then all again: what the machine does meanwhile, and the
 * warming up of caches and of compiled code, meets all alike.
 * @returns per query, milliseconds of each engine: the median of its turns.
 */
function takeTurns(queries: readonly Turns[]): Record<string, number>[] {
  const times = queries.map((): Record<string, number[]> => ({}));
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    for (const [at, engines] of queries.entries()) {
      for (const [name, run] of Object.entries(engines)) {
        if (run) ((times[at] ??= {})[name] ??= []).push(time(run));
      }
    }
  }
  return times.map((lists) =>
    Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, quantile(list, 0.5)])),
  );
}

function stockPages(database: LibraryDatabase): StockPage[] {
  return database
    .prepare<[], { id: number; title: string; body: string }>(
      'SELECT id, title, body FROM bench_page',
    )
    .all()
    .map(({ id, title, body }) => ({ ref: String(id), texts: [title, body, ''] }));
}

/** Milliseconds to add a report of 50 pages to the filled library and to a small one, and to remove it again. */
function change(
  filled: LibraryDatabase,
  small: LibraryDatabase,
  texts: ReportTexts,
): { add: number; addToSmall: number; remove: number } {
  const inFilled: Change[] = [];
  const inSmall: Change[] = [];
  const indexes = [openSearchIndex(filled), openSearchIndex(small)] as const;
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    inFilled.push(addAndRemove(filled, indexes[0], texts, `added${turn}-`));
    inSmall.push(addAndRemove(small, indexes[1], texts, `added${turn}-`));
  }
  return {
    add: quantile(
      inFilled.map(({ add }) => add),
      0.5,
    ),
    addToSmall: quantile(
      inSmall.map(({ add }) => add),
      0.5,
    ),
    remove: quantile(
      inFilled.map(({ remove }) => remove),
      0.5,
    ),
  };
}

interface Change {
  readonly add: number;
  readonly remove: number;
}

function addAndRemove(
  database: LibraryDatabase,
  index: SearchIndex,
  texts: ReportTexts,
  mark: string,
): Change {
  const { documentIds } = fill(database, texts, PAGES_OF_A_REPORT, mark);
  const [id = 0] = documentIds;
  const add = time(() => {
    database.transaction(() => {
      index.addDocument(id);
    })();
  });
  const remove = time(() => {
    database.transaction(() => {
      index.removeDocument(id);
    })();
  });
  database.prepare('DELETE FROM source_document WHERE id = ?').run(id);
  return { add, remove };
}

function say(text: string): void {
  console.error(`${text} …`);
}

function time(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function quantiles(name: string, values: readonly number[]): Record<string, number> {
  return {
    [`${name}P50`]: round(quantile(values, 0.5)),
    [`${name}P95`]: round(quantile(values, 0.95)),
  };
}

function ratio(ours: readonly number[], theirs: readonly number[], share: number): number {
  return round(quantile(ours, share) / quantile(theirs, share));
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
