/** Adds, removes and updates documents in the index, inside the caller's transaction. */
import type { LibraryDatabase } from '../../library/connection.ts';
import { ANALYSIS_VERSION, type Analysis } from '../analysis/analyser.ts';
import { SegmentBuilder } from './segment-builder.ts';
import type { IndexView, IndexViewCache } from './index-view.ts';
import { fingerprint, readNotes, readPage, readPages, readTitle } from './page-source.ts';
import { buryPages, touchGeneration, writeSegment } from './segment-store.ts';
import { prepared } from './prepared.ts';

interface LivePage {
  readonly segmentId: number;
  readonly local: number;
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
  add(documentId: number): void {
    buryPages(this.#database, this.#livePages(documentId));
    const builder = new SegmentBuilder(this.#analysis);
    for (const page of readPages(this.#database, documentId)) builder.add(documentId, page);
    writeSegment(this.#database, builder);
    prepared(
      this.#database,
      'INSERT OR REPLACE INTO search_document (document_id, analysis_version) VALUES (?, ?)',
    ).run(documentId, ANALYSIS_VERSION);
    touchGeneration(this.#database);
  }

  remove(documentId: number): void {
    buryPages(this.#database, this.#livePages(documentId));
    prepared(this.#database, 'DELETE FROM search_document WHERE document_id = ?').run(documentId);
    touchGeneration(this.#database);
  }

  /** Indexes those pages anew whose title or notes are not what they were. */
  update(documentId: number): void {
    const title = readTitle(this.#database, documentId);
    const notes = readNotes(this.#database, documentId);
    const changed = this.#livePages(documentId).filter(
      (page) => page.fingerprint !== fingerprint(title, notes.get(page.page) ?? ''),
    );
    if (changed.length === 0) return;
    const builder = new SegmentBuilder(this.#analysis);
    for (const { page } of changed.sort((a, b) => a.page - b.page)) {
      const text = readPage(this.#database, documentId, page);
      if (text) builder.add(documentId, text);
    }
    buryPages(this.#database, changed);
    writeSegment(this.#database, builder);
    touchGeneration(this.#database);
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
  for (const segment of view.segments) {
    const { documentIds, pageNumbers, fingerprints, size } = segment.pages;
    for (let local = 0; local < size; local += 1) {
      if (documentIds[local] !== documentId || view.live[segment.base + local] !== 1) continue;
      found.push({
        segmentId: segment.id,
        local,
        page: pageNumbers[local] ?? 0,
        fingerprint: fingerprints[local] ?? 0,
      });
    }
  }
  return found;
}
