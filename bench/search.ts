/**
 * Our index beside SQLite's FTS5 (and stock Lunr up to 20,000 pages) on the same encrypted file: size, time to build, time of
 * queries. Texts are of invented words with a fixed seed; engines take turns query by query in one process.
 * FTS5 neither stems nor drops stop words here, and has no word for suffix patterns and similar words: those queries
 * run on ours alone and are not in the ratios.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LibraryDatabase } from '../src/core/library/connection.ts';
import { createLibrary, openLibrary } from '../src/core/library/library.ts';
import type { SearchIndex } from '../src/core/search/search-index.ts';
import { createAnalysis } from '../src/core/search/analysis/analyser.ts';
import { SearchEngine } from '../src/core/search/search-engine.ts';
import { openSearchIndex } from '../src/core/search/open-search-index.ts';
import { InventedWords } from '../tests/helpers/invented-words.ts';
import { buildStockLunr, type StockPage } from '../tests/helpers/stock-lunr.ts';
import { makeQueries } from './search-queries.ts';

const SEED = 20_240_607;
const PAGES_OF_A_DOCUMENT = 50;
const WORDS_OF_A_PAGE = 380;
const SHOWN = 50;
const ROUNDS = 5;
const STOCK_LUNR_LIMIT = 20_000;
const PASSPHRASE = 'bench bench bench bench';

export async function benchSearch(options: readonly string[]): Promise<object> {
  const pages = Number(options[options.indexOf('--pages') + 1] ?? '') || 2_000;
  const parent = mkdtempSync(join(tmpdir(), 'kartoteka-bench-'));
  try {
    return await measure(join(parent, 'Bench.kartoteka'), pages);
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

async function measure(folder: string, pages: number): Promise<object> {
  const { library } = await createLibrary(folder, 'Bench', PASSPHRASE);
  const words = new InventedWords(SEED, 4_000 + pages);
  const documents = fill(library.database, words, pages);
  const pragma = (name: string): number => Number(library.database.pragma(name, { simple: true }));
  /** Bytes in use: pages that a merge has freed are used again. */
  const sizeOf = (): number =>
    (pragma('page_count') - pragma('freelist_count')) * pragma('page_size');

  const empty = sizeOf();
  const ftsBuild = time(() => buildFts(library.database));
  const ftsSize = sizeOf() - empty;
  let index = openSearchIndex(library.database);
  const ourBuild = time(() => {
    for (const id of documents) library.database.transaction(() => index.addDocument(id))();
    while (index.maintain(1_000));
  });
  const ourSize = sizeOf() - empty - ftsSize;
  const stock =
    pages <= STOCK_LUNR_LIMIT ? buildStockLunr(stockPages(library.database)) : undefined;
  library.close();

  const reopened = await openLibrary(folder, PASSPHRASE);
  index = openSearchIndex(reopened.database);
  const queries = makeQueries(new InventedWords(SEED, 4_000 + pages));
  const coldStart = time(() => index.search(queries[0]?.ours ?? '', { limit: SHOWN }));
  const engine = new SearchEngine(reopened.database, createAnalysis(), 'forms');
  const ours: number[] = [];
  const ourSnippets: number[] = [];
  const fts: number[] = [];
  const ftsSnippets: number[] = [];
  const lunr: number[] = [];
  const alone: Record<string, number> = {};
  const runFts = ftsQuery(reopened.database, false);
  const runFtsSnippet = ftsQuery(reopened.database, true);
  for (const query of queries) {
    const runs = {
      ours: [] as number[],
      shown: [] as number[],
      fts: [] as number[],
      snippet: [] as number[],
      lunr: [] as number[],
    };
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      runs.ours.push(time(() => engine.best(engine.find(query.ours), SHOWN)));
      runs.shown.push(time(() => index.search(query.ours, { limit: 10 })));
      if (query.fts === null) continue;
      const { fts: text } = query;
      runs.fts.push(time(() => runFts(text)));
      runs.snippet.push(time(() => runFtsSnippet(text)));
      if (stock) runs.lunr.push(time(() => stock.search(query.ours)));
    }
    if (query.fts === null) {
      alone[query.kind] = Math.max(alone[query.kind] ?? 0, round(median(runs.ours)));
      continue;
    }
    ours.push(median(runs.ours));
    ourSnippets.push(median(runs.shown));
    fts.push(median(runs.fts));
    ftsSnippets.push(median(runs.snippet));
    if (stock) lunr.push(median(runs.lunr));
  }
  const addOne = addReport(reopened.database, index, words);
  reopened.close();
  return {
    pages,
    ratios: {
      p50VsFts5: round(quantile(ours, 0.5) / quantile(fts, 0.5)),
      p95VsFts5: round(quantile(ours, 0.95) / quantile(fts, 0.95)),
      p50VsLunr: stock ? round(quantile(ours, 0.5) / quantile(lunr, 0.5)) : null,
      snippetsVsFts5: round(quantile(ourSnippets, 0.5) / quantile(ftsSnippets, 0.5)),
      buildVsFts5: round(ourBuild / ftsBuild),
      sizeVsFts5: round(ourSize / ftsSize),
    },
    ms: {
      p50: round(quantile(ours, 0.5)),
      p95: round(quantile(ours, 0.95)),
      p50Snippets: round(quantile(ourSnippets, 0.5)),
      fts5P50Snippets: round(quantile(ftsSnippets, 0.5)),
      fts5P50: round(quantile(fts, 0.5)),
      fts5P95: round(quantile(fts, 0.95)),
      lunrP50: stock ? round(quantile(lunr, 0.5)) : null,
      build: Math.round(ourBuild),
      fts5Build: Math.round(ftsBuild),
      ...addOne,
      /** Slowest of the queries that only our index answers. */
      alone,
    },
    sizeMb: { ours: round(ourSize / 1e6), fts5: round(ftsSize / 1e6) },
    rssMb: Math.round(process.memoryUsage.rss() / 1e6),
    coldStartMs: round(coldStart),
  };
}

/** Makes the documents without indexing them. */
function fill(
  database: LibraryDatabase,
  words: InventedWords,
  pages: number,
  mark = 'bench',
): number[] {
  const insertDocument = database.prepare(
    `INSERT INTO source_document (title, file_name, kind, state, pages, sha256, size, text_version, imported_at)
     VALUES (?, 'bench.txt', 'text', 'imported', ?, ?, 1, 1, '')`,
  );
  const insertPage = database.prepare(
    'INSERT INTO page (document_id, number, label, text) VALUES (?, ?, ?, ?)',
  );
  const documents: number[] = [];
  database.transaction(() => {
    for (let made = 0; made < pages; made += PAGES_OF_A_DOCUMENT) {
      const language = words.language();
      const size = Math.min(PAGES_OF_A_DOCUMENT, pages - made);
      const sha256 = `${mark}${documents.length}`.padStart(64, '0');
      const id = Number(insertDocument.run(words.text(language, 5), size, sha256).lastInsertRowid);
      for (let page = 1; page <= size; page += 1) {
        insertPage.run(id, page, String(page), words.text(language, WORDS_OF_A_PAGE));
      }
      documents.push(id);
    }
  })();
  return documents;
}

function buildFts(database: LibraryDatabase): void {
  database.exec(`
    CREATE VIEW bench_page AS SELECT page.id AS id, title, text AS body
      FROM page JOIN source_document ON source_document.id = document_id;
    CREATE VIRTUAL TABLE bench_fts USING fts5(title, body, content='bench_page', content_rowid='id');
    INSERT INTO bench_fts (rowid, title, body) SELECT id, title, body FROM bench_page;
  `);
}

function ftsQuery(database: LibraryDatabase, snippets: boolean): (query: string) => void {
  const select = database.prepare(
    snippets
      ? `SELECT rowid, snippet(bench_fts, 1, '[', ']', '…', 30) FROM bench_fts
         WHERE bench_fts MATCH ? ORDER BY bm25(bench_fts, 2, 1) LIMIT 10`
      : `SELECT rowid FROM bench_fts WHERE bench_fts MATCH ? ORDER BY bm25(bench_fts, 2, 1) LIMIT ${SHOWN}`,
  );
  return (query) => select.all(query);
}

function stockPages(database: LibraryDatabase): StockPage[] {
  return database
    .prepare<[], { id: number; title: string; body: string }>(
      'SELECT id, title, body FROM bench_page',
    )
    .all()
    .map(({ id, title, body }) => ({ ref: String(id), texts: [title, body, ''] }));
}

/** Milliseconds to add a report of 50 pages to the filled library, and to remove it again. */
function addReport(
  database: LibraryDatabase,
  index: SearchIndex,
  words: InventedWords,
): { add50Pages: number; remove50Pages: number } {
  const adds: number[] = [];
  const removals: number[] = [];
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    const [id = 0] = fill(database, words, PAGES_OF_A_DOCUMENT, `added${turn}-`);
    adds.push(time(() => database.transaction(() => index.addDocument(id))()));
    removals.push(time(() => database.transaction(() => index.removeDocument(id))()));
    database.prepare('DELETE FROM source_document WHERE id = ?').run(id);
  }
  return { add50Pages: round(median(adds)), remove50Pages: round(median(removals)) };
}

function time(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
