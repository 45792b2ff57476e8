/** Reads from the library what is to be indexed: one entry per page of a document. */
import { createHash } from 'node:crypto';
import type { LibraryDatabase } from '../../library/connection.ts';
import { prepared } from './prepared.ts';

export interface PageText {
  readonly page: number;
  /** One text per field, in the order of FIELDS. */
  readonly texts: readonly string[];
}

/** What belongs to the pages of a document beside their text. */
export interface DocumentTexts {
  readonly title: string;
  /** By page, in reading order; a passage over several pages is found on the page where it starts. */
  readonly notes: ReadonlyMap<number, string>;
}

export function readDocumentTexts(database: LibraryDatabase, documentId: number): DocumentTexts {
  const title = prepared<string>(database, 'SELECT title FROM source_document WHERE id = ?')
    .pluck()
    .get(documentId);
  return { title: title ?? '', notes: readNotes(database, documentId) };
}

/**
 * Pages in the given order, all of them when none are named. No statement is open while it pauses, so that the library
 * can be written meanwhile.
 */
export function* readPages(
  database: LibraryDatabase,
  documentId: number,
  pages: readonly number[] = pageNumbers(database, documentId),
): Generator<PageText> {
  const { title, notes } = readDocumentTexts(database, documentId);
  const select = prepared<string>(
    database,
    'SELECT text FROM page WHERE document_id = ? AND number = ?',
  );
  for (const page of pages) {
    const text = select.pluck().get(documentId, page);
    if (text !== undefined) yield { page, texts: [title, text, notes.get(page) ?? ''] };
  }
}

function pageNumbers(database: LibraryDatabase, documentId: number): number[] {
  const select = prepared<number>(
    database,
    'SELECT number FROM page WHERE document_id = ? ORDER BY number',
  );
  return select.pluck().all(documentId);
}

function readNotes(database: LibraryDatabase, documentId: number): Map<number, string> {
  const rows = prepared<{ page: number; note: string }>(
    database,
    `SELECT start_page AS page, note FROM passage
       WHERE document_id = ? AND note <> '' ORDER BY start_page, start_offset, id`,
  ).all(documentId);
  const notes = new Map<number, string>();
  for (const { page, note } of rows) {
    const before = notes.get(page);
    notes.set(page, before === undefined ? note : `${before}\n${note}`);
  }
  return notes;
}

/** 48 bits of a hash: changes of title and notes are seen by it, so that the text need not be read. */
export function fingerprint(title: string, note: string): number {
  const hash = createHash('sha256').update(title).update('\0').update(note);
  return hash.digest().readUIntBE(0, 6);
}
