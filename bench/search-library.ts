/** The library that the search benchmark measures, and SQLite's FTS5 in it. */
import type { LibraryDatabase } from '../src/core/library/connection.ts';
import type { Report, ReportTexts } from './search-corpus.ts';

export const PASSPHRASE = 'seven kettles on a quiet bench';
export const PAGES_OF_A_REPORT = 50;
const WORDS_OF_A_PAGE = 420;
/** Reports whose words are asked for. */
const KNOWN_REPORTS = 40;

export interface FilledLibrary {
  readonly documentIds: readonly number[];
  readonly reports: readonly Report[];
}

/** Makes documents without indexing them. */
export function fill(
  database: LibraryDatabase,
  texts: ReportTexts,
  pages: number,
  mark = 'bench',
): FilledLibrary {
  const insertDocument = database.prepare(
    `INSERT INTO source_document (title, file_name, kind, state, pages, sha256, size, text_version, imported_at)
     VALUES (?, 'bench.txt', 'text', 'imported', ?, ?, 1, 1, '')`,
  );
  const insertPage = database.prepare(
    'INSERT INTO page (document_id, number, label, text) VALUES (?, ?, ?, ?)',
  );
  const documentIds: number[] = [];
  const reports: Report[] = [];
  const addReport = (size: number): void => {
    const report = texts.report(texts.language());
    if (reports.length < KNOWN_REPORTS) reports.push(report);
    const sha256 = `${mark}${documentIds.length}`.padStart(64, '0');
    const id = Number(insertDocument.run(report.title(), size, sha256).lastInsertRowid);
    for (let page = 1; page <= size; page += 1) {
      insertPage.run(id, page, String(page), report.page(WORDS_OF_A_PAGE));
    }
    documentIds.push(id);
  };
  for (let made = 0; made < pages; made += PAGES_OF_A_REPORT) {
    database.transaction(() => {
      addReport(Math.min(PAGES_OF_A_REPORT, pages - made));
    })();
  }
  return { documentIds, reports };
}

/**
 * FTS5 as one would set it up here: the text stays where it is (external content), words of any script (unicode61), positions
 * for phrases, no index of prefixes. One statement in one transaction is its quickest way. It neither stems nor drops
 * stop words, so it finds less and keeps more; it has no suffix patterns and no similar words.
 */
export function buildFts(database: LibraryDatabase): void {
  database.exec(`
    CREATE VIEW bench_page AS SELECT page.id AS id, title, text AS body
      FROM page JOIN source_document ON source_document.id = document_id;
    CREATE VIRTUAL TABLE bench_fts USING fts5(
      title, body, content='bench_page', content_rowid='id', tokenize='unicode61'
    );
    INSERT INTO bench_fts (rowid, title, body) SELECT id, title, body FROM bench_page;
  `);
}

export function ftsQuery(
  database: LibraryDatabase,
  shown: number,
  snippets: boolean,
): (query: string) => void {
  const columns = snippets ? `rowid, snippet(bench_fts, 1, '[', ']', '…', 30)` : 'rowid';
  const select = database.prepare(
    `SELECT ${columns} FROM bench_fts WHERE bench_fts MATCH ?
     ORDER BY bm25(bench_fts, 2, 1) LIMIT ${shown}`,
  );
  return (query) => select.all(query);
}

/** Bytes in use: pages that were freed are used again. */
export function sizeOf(database: LibraryDatabase): number {
  const pragma = (name: string): number => Number(database.pragma(name, { simple: true }));
  return (pragma('page_count') - pragma('freelist_count')) * pragma('page_size');
}
