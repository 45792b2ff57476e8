/** Source documents, their pages and the other names their bytes were met under. */
import type {
  DocumentFields,
  DocumentFormat,
  DocumentKind,
  DocumentState,
  Page,
  SourceDocument,
  UnreadableReason,
} from '../../../shared/domain/source-document.ts';
import { TEXT_VERSION, type OutlineEntry } from '../../../shared/extraction/extracted-pdf.ts';
import { z } from 'zod';
import type { LibraryDatabase } from '../connection.ts';

interface DocumentRow extends Omit<SourceDocument, 'state' | 'aliases'> {
  state: DocumentState['kind'];
  unreadableReason: UnreadableReason | null;
  aliases: string;
}

const SELECT = `
  SELECT id, title, file_name AS fileName, kind, state, unreadable_reason AS unreadableReason, pages,
         pages_without_text AS pagesWithoutText, pages_garbled AS pagesGarbled, sha256, size, encoding,
         imported_at AS importedAt, format, authors, publisher, date, language,
         source_url AS sourceUrl, reliability, reference, note,
         (SELECT json_group_array(file_name ORDER BY met_at, file_name) FROM document_alias
           WHERE document_id = source_document.id) AS aliases,
         (SELECT count(*) FROM passage WHERE document_id = source_document.id) AS passages
    FROM source_document`;

/** All documents in the order they were imported. */
export function listDocuments(database: LibraryDatabase): SourceDocument[] {
  return database.prepare<[], DocumentRow>(`${SELECT} ORDER BY id`).all().map(toDocument);
}

export function getDocument(database: LibraryDatabase, id: number): SourceDocument | undefined {
  const row = database.prepare<[number], DocumentRow>(`${SELECT} WHERE id = ?`).get(id);
  return row && toDocument(row);
}

/** Pages `from`..`to` (1-based, inclusive) in order; those that do not exist are left out. */
export function getPages(
  database: LibraryDatabase,
  documentId: number,
  from: number,
  to: number,
): Page[] {
  return database
    .prepare<[number, number, number], Omit<Page, 'garbled'> & { garbled: 0 | 1 }>(
      `SELECT document_id AS documentId, number, label, text, language, garbled FROM page
        WHERE document_id = ? AND number BETWEEN ? AND ? ORDER BY number`,
    )
    .all(documentId, from, to)
    .map((page) => ({ ...page, garbled: page.garbled === 1 }));
}

/** The document that has these original bytes, if any. */
export function findBySha256(
  database: LibraryDatabase,
  sha256: string,
): { id: number; fileName: string } | undefined {
  return database
    .prepare<[string], { id: number; fileName: string }>(
      'SELECT id, file_name AS fileName FROM source_document WHERE sha256 = ?',
    )
    .get(sha256);
}

export interface NewDocument extends Pick<
  DocumentFields,
  'title' | 'authors' | 'date' | 'language'
> {
  /** Base name, never a path. */
  readonly fileName: string;
  readonly kind: DocumentKind;
  readonly format: DocumentFormat;
  readonly state: DocumentState;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** WHATWG label, null for a PDF. */
  readonly encoding: string | null;
  readonly pages: readonly Omit<Page, 'documentId'>[];
  readonly outline: readonly OutlineEntry[];
}

/** Inserts a document with its pages and answers its id. To be called inside a transaction. */
export function insertDocument(database: LibraryDatabase, document: NewDocument): number {
  const { state, pages } = document;
  const { lastInsertRowid } = database
    .prepare(
      `INSERT INTO source_document (title, file_name, kind, state, unreadable_reason, pages,
         pages_without_text, pages_garbled, sha256, size, encoding, text_version, imported_at, format,
         authors, date, language, outline)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      document.title,
      document.fileName,
      document.kind,
      state.kind,
      state.kind === 'unreadable' ? state.reason : null,
      pages.length,
      pages.filter(({ text }) => text === '').length,
      pages.filter(({ garbled }) => garbled).length,
      document.sha256,
      document.size,
      document.encoding,
      TEXT_VERSION,
      new Date().toISOString(),
      document.format,
      document.authors,
      document.date,
      document.language,
      JSON.stringify(document.outline),
    );
  const documentId = Number(lastInsertRowid);
  insertPages(database, documentId, pages);
  return documentId;
}

/** What was read of a document that could not be read before; its title stays when a person changed it. */
export function replaceContent(
  database: LibraryDatabase,
  documentId: number,
  content: Omit<NewDocument, 'fileName' | 'sha256' | 'size' | 'encoding' | 'format' | 'kind'>,
  pdfPassword: string | null,
): void {
  const { state, pages } = content;
  database.prepare('DELETE FROM page WHERE document_id = ?').run(documentId);
  database
    .prepare(
      `UPDATE source_document SET title = ?, state = ?, unreadable_reason = ?, pages = ?,
         pages_without_text = ?, pages_garbled = ?, text_version = ?, authors = ?, date = ?,
         language = ?, outline = ?, pdf_password = ? WHERE id = ?`,
    )
    .run(
      content.title,
      state.kind,
      state.kind === 'unreadable' ? state.reason : null,
      pages.length,
      pages.filter(({ text }) => text === '').length,
      pages.filter(({ garbled }) => garbled).length,
      TEXT_VERSION,
      content.authors,
      content.date,
      content.language,
      JSON.stringify(content.outline),
      pdfPassword,
      documentId,
    );
  insertPages(database, documentId, pages);
}

/** The password of a protected PDF, if a person gave it. */
export function getPdfPassword(database: LibraryDatabase, documentId: number): string | null {
  const password = database
    .prepare<[number], string | null>('SELECT pdf_password FROM source_document WHERE id = ?')
    .pluck()
    .get(documentId);
  return password ?? null;
}

export function insertPages(
  database: LibraryDatabase,
  documentId: number,
  pages: NewDocument['pages'],
): void {
  const insert = database.prepare(
    `INSERT INTO page (document_id, number, label, text, language, garbled)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  for (const { number, label, text, language, garbled } of pages) {
    insert.run(documentId, number, label, text, language, Number(garbled));
  }
}

/** Records another file name for a document; its own name and names already known change nothing. */
export function addAlias(database: LibraryDatabase, documentId: number, fileName: string): void {
  database
    .prepare(
      `INSERT INTO document_alias (document_id, file_name, met_at)
       SELECT id, @fileName, @metAt FROM source_document
        WHERE id = @documentId AND file_name <> @fileName
       ON CONFLICT DO NOTHING`,
    )
    .run({ documentId, fileName, metAt: new Date().toISOString() });
}

const storedNames = z.array(z.string());

function toDocument(row: DocumentRow): SourceDocument {
  const { unreadableReason, aliases, ...rest } = row;
  return {
    ...rest,
    state: stateOf(row.state, unreadableReason, row.pagesWithoutText),
    aliases: storedNames.parse(JSON.parse(aliases)),
  };
}

function stateOf(
  kind: DocumentState['kind'],
  reason: UnreadableReason | null,
  pagesWithoutText: number,
): DocumentState {
  if (kind === 'needs-ocr') return { kind, pagesWithoutText };
  if (kind !== 'unreadable') return { kind };
  if (reason === null) throw new Error('An unreadable document has no reason');
  return { kind, reason };
}
