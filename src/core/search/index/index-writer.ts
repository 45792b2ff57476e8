/** Adds, removes and updates documents in the index, inside the caller's transaction. */
import type { LibraryDatabase } from '../../library/connection.ts';
import { ANALYSIS_VERSION, type Analysis } from '../analysis/analyser.ts';
import { forgetWords } from '../forget/forget-words.ts';
import type { FormRecall } from '../forget/recall-forms.ts';
import { removedWords } from '../forget/removed-words.ts';
import { SegmentBuilder } from './segment-builder.ts';
import type { IndexView, IndexViewCache } from './index-view.ts';
import { fingerprint, readNotes, readPage, readPages, readTitle } from './page-source.ts';
import { buryPages, touchGeneration, writeSegment } from './segment-store.ts';
import { prepared } from './prepared.ts';

/** So long a command may look for forms that still stand elsewhere, in milliseconds; idle moments do the rest. */
const RECALL_MS = 20;

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
  readonly #recall: FormRecall;

  constructor(
    database: LibraryDatabase,
    analysis: Analysis,
    views: IndexViewCache,
    recall: FormRecall,
  ) {
    this.#database = database;
    this.#analysis = analysis;
    this.#views = views;
    this.#recall = recall;
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

  /**
   * Takes the document out, with the words that no other has.
   * @param texts its title, pages and notes; read from the library when they are not given.
   */
  remove(documentId: number, texts = this.#textsOf(documentId)): void {
    buryPages(this.#database, this.#livePages(documentId));
    prepared(this.#database, 'DELETE FROM search_document WHERE document_id = ?').run(documentId);
    touchGeneration(this.#database);
    this.#forget(texts, []);
  }

  #textsOf(documentId: number): readonly string[] {
    return Array.from(readPages(this.#database, documentId), (page) => page.texts).flat();
  }

  /**
   * Indexes those pages anew whose title or notes are not what they were.
   * @param removed texts of titles and notes that are gone.
   */
  update(documentId: number, removed: readonly string[]): void {
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
    this.#forget(removed, [title, ...changed.map(({ page }) => notes.get(page) ?? '')]);
  }

  #forget(texts: readonly string[], left: readonly string[]): void {
    const words = removedWords(texts, left, this.#analysis);
    if (words.forms.size === 0) return;
    const doubtful = forgetWords(this.#database, this.#views.current(), words);
    touchGeneration(this.#database);
    this.#recall.begin(doubtful, RECALL_MS);
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
