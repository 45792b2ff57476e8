/** Adds, removes and updates documents in the index, inside the caller's transaction. */
import type { LibraryDatabase } from '../../library/connection.ts';
import { ANALYSIS_VERSION } from '../analysis/analyser.ts';
import type { Analysis } from '../analysis/analysis.ts';
import type { IndexView, IndexViewCache } from './index-view.ts';
import { fingerprint, readDocumentTexts, readPages } from './page-source.ts';
import { prepared } from './prepared.ts';
import { PreparedDocument } from './prepared-document.ts';
import { buryPages, touchGeneration, writeSegment, type IndexedPlace } from './segment-store.ts';

interface LivePage extends IndexedPlace {
  readonly page: number;
  readonly fingerprint: number;
}

export class IndexWriter {
  readonly #database: LibraryDatabase;
  readonly #analysis: Analysis;
  readonly #views: IndexViewCache;

  constructor(database: LibraryDatabase, analysis: Analysis, views: IndexViewCache) {
    this.#database = database;
    this.#analysis = analysis;
    this.#views = views;
  }

  /** Indexes all pages anew; what was indexed of the document before is replaced. */
  add(documentId: number, entries?: PreparedDocument): void {
    this.bury(documentId);
    const made =
      entries ?? new PreparedDocument(this.#analysis, readPages(this.#database, documentId));
    for (const segment of made.finish(documentId)) writeSegment(this.#database, segment);
    this.markIndexed(documentId);
    touchGeneration(this.#database);
  }

  remove(documentId: number): void {
    this.bury(documentId);
    prepared(this.#database, 'DELETE FROM search_document WHERE document_id = ?').run(documentId);
    touchGeneration(this.#database);
  }

  /** Indexes those pages anew whose title or notes are not what they were. */
  update(documentId: number): void {
    const { title, notes } = readDocumentTexts(this.#database, documentId);
    const changed = this.#livePages(documentId).filter(
      (page) => page.fingerprint !== fingerprint(title, notes.get(page.page) ?? ''),
    );
    if (changed.length === 0) return;
    // A page that had this title and no note loses no word.
    const unnoted = fingerprint(title, '');
    const had = changed.filter((page) => page.fingerprint !== unnoted);
    buryPages(this.#database, had, true);
    buryPages(this.#database, changed, false);
    const numbers = changed.map(({ page }) => page).sort((a, b) => a - b);
    const pages = readPages(this.#database, documentId, numbers);
    for (const segment of new PreparedDocument(this.#analysis, pages).finish(documentId)) {
      writeSegment(this.#database, segment);
    }
    touchGeneration(this.#database);
  }

  /** Takes all pages of a document out of the search. */
  bury(documentId: number): void {
    buryPages(this.#database, this.#livePages(documentId), true);
  }

  markIndexed(documentId: number): void {
    prepared(
      this.#database,
      'INSERT OR REPLACE INTO search_document (document_id, analysis_version) VALUES (?, ?)',
    ).run(documentId, ANALYSIS_VERSION);
  }

  #livePages(documentId: number): LivePage[] {
    const indexed = prepared(
      this.#database,
      'SELECT 1 FROM search_document WHERE document_id = ?',
    ).get(documentId);
    if (indexed === undefined) return [];
    return livePagesOf(this.#views.current(), documentId);
  }
}

function livePagesOf(view: IndexView, documentId: number): LivePage[] {
  const found: LivePage[] = [];
  for (const { id, base, pages } of view.segments) {
    for (
      let local = pages.documentIds.indexOf(documentId);
      pages.documentIds[local] === documentId;
      local += 1
    ) {
      if (view.live[base + local] !== 1) continue;
      found.push({
        segmentId: id,
        local,
        page: pages.pageNumbers[local] ?? 0,
        fingerprint: pages.fingerprints[local] ?? 0,
      });
    }
  }
  return found;
}
