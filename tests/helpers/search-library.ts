/** A real encrypted library in a temporary folder with a search index, filled by SQL. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ARGON_FLOOR } from '../../src/core/library/keys/argon-cost.ts';
import { createLibrary, openLibrary, type OpenLibrary } from '../../src/core/library/library.ts';
import { openSearchIndex } from '../../src/core/search/open-search-index.ts';
import type { SearchIndex } from '../../src/core/search/search-index.ts';
import type { DocumentHits, PageHit, SearchMark } from '../../src/shared/domain/search.ts';

export const PASSPHRASE = 'seven kettles on a quiet hill';

export class SearchLibrary {
  library: OpenLibrary;
  index: SearchIndex;
  readonly #parent: string;

  private constructor(parent: string, library: OpenLibrary) {
    this.#parent = parent;
    this.library = library;
    this.index = openSearchIndex(library.database);
  }

  static async create(): Promise<SearchLibrary> {
    const parent = mkdtempSync(join(tmpdir(), 'kartoteka-search-'));
    const folder = join(parent, 'Test.kartoteka');
    const { library } = await createLibrary(folder, 'Test', PASSPHRASE, ARGON_FLOOR);
    return new SearchLibrary(parent, library);
  }

  async reopen(): Promise<void> {
    this.library.close();
    this.library = await openLibrary(this.library.folder, PASSPHRASE);
    this.index = openSearchIndex(this.library.database);
  }

  /** Closes the library for another process; `reopen` takes it back. */
  close(): void {
    this.library.close();
  }

  dispose(): void {
    this.library.close();
    rmSync(this.#parent, { recursive: true, force: true });
  }

  transaction<T>(run: () => T): T {
    return this.library.database.transaction(run)();
  }

  /** Inserts a document and indexes it in one transaction, as the import does. */
  add(title: string, pages: readonly string[]): number {
    return this.transaction(() => {
      const id = this.insertRows(title, pages);
      this.index.addDocument(id);
      return id;
    });
  }

  insertRows(title: string, pages: readonly string[]): number {
    const { database } = this.library;
    const sha256 = createHash('sha256')
      .update(JSON.stringify([title, pages]))
      .digest('hex');
    const { lastInsertRowid } = database
      .prepare(
        `INSERT INTO source_document (title, file_name, kind, state, pages, sha256, size, text_version, imported_at)
         VALUES (?, ?, 'text', 'imported', ?, ?, 1, 1, '2026-01-01T00:00:00.000Z')`,
      )
      .run(title, `${title}.txt`, pages.length, sha256);
    const id = Number(lastInsertRowid);
    const insertPage = database.prepare(
      'INSERT INTO page (document_id, number, label, text) VALUES (?, ?, ?, ?)',
    );
    pages.forEach((text, index) => insertPage.run(id, index + 1, String(index + 1), text));
    return id;
  }

  remove(documentId: number): void {
    this.transaction(() => {
      this.index.removeDocument(documentId);
      this.library.database.prepare('DELETE FROM source_document WHERE id = ?').run(documentId);
    });
  }

  /** Gives the first word of a page a note. */
  note(documentId: number, page: number, note: string): number {
    return this.transaction(() => {
      const { lastInsertRowid } = this.library.database
        .prepare(
          `INSERT INTO passage (document_id, start_page, start_offset, end_page, end_offset, quote, prefix, suffix, colour, note, created_at, updated_at)
           VALUES (?, ?, 0, ?, 1, 'x', '', '', 'yellow', ?, '', '')`,
        )
        .run(documentId, page, page, note);
      this.index.documentChanged(documentId);
      return Number(lastInsertRowid);
    });
  }

  /** Found pages as `document:page`, best first. */
  find(query: string, limit = 50): string[] {
    return this.index
      .search(query, { limit })
      .documents.flatMap((document) =>
        document.pages.map((page) => `${document.documentId}:${page.page}`),
      );
  }

  /** The words marked on the best page. */
  marked(query: string): string[] {
    const { document, page } = this.best(query);
    const text = this.textOf(document.documentId, page.page);
    return textsOf(text, page.marks);
  }

  best(query: string): { document: DocumentHits; page: PageHit } {
    const [document] = this.index.search(query, { limit: 50 }).documents;
    const [page] = document?.pages ?? [];
    if (!document || !page) throw new Error('Nothing found');
    return { document, page };
  }

  textOf(documentId: number, page: number): string {
    const select = this.library.database.prepare<[number, number], string>(
      'SELECT text FROM page WHERE document_id = ? AND number = ?',
    );
    return select.pluck().get(documentId, page) ?? '';
  }
}

export function textsOf(text: string, marks: readonly SearchMark[]): string[] {
  return marks.map(({ start, end }) => text.slice(start, end));
}
