/** Reads from the library what is to be indexed: one entry per page of a document. */
import { createHash } from 'node:crypto';
import type { LibraryDatabase } from '../../library/connection.ts';
import { prepared } from './prepared.ts';

export interface PageText {
  readonly page: number;
  /** One text per field, in the order of FIELDS. */
  readonly texts: readonly string[];
}

/** Pages of a document in order, with its title and the notes of the passages that touch the page. */
export function* readPages(database: LibraryDatabase, documentId: number): Generator<PageText> {
  const title = readTitle(database, documentId);
  const notes = readNotes(database, documentId);
  const pages = prepared<{ number: number; text: string }>(
    database,
    'SELECT number, text FROM page WHERE document_id = ? ORDER BY number',
  );
  for (const { number, text } of pages.all(documentId)) {
    yield { page: number, texts: [title, text, notes.get(number) ?? ''] };
  }
}

export function readPage(
  database: LibraryDatabase,
  documentId: number,
  page: number,
): PageText | undefined {
  const text = prepared<string>(
    database,
    'SELECT text FROM page WHERE document_id = ? AND number = ?',
  )
    .pluck()
    .get(documentId, page);
  if (text === undefined) return undefined;
  const note = readNotes(database, documentId).get(page) ?? '';
  return { page, texts: [readTitle(database, documentId), text, note] };
}

/** The first page after a row id, in the order pages came into the library. */
export function nextPage(
  database: LibraryDatabase,
  afterId: number,
): { id: number; documentId: number; page: number } | undefined {
  return prepared<{ id: number; documentId: number; page: number }>(
    database,
    `SELECT id, document_id AS documentId, number AS page FROM page WHERE id > ? ORDER BY id LIMIT 1`,
  ).get(afterId);
}

export function readTitle(database: LibraryDatabase, documentId: number): string {
  const title = prepared<string>(database, 'SELECT title FROM source_document WHERE id = ?');
  return title.pluck().get(documentId) ?? '';
}

/** Notes by page, in reading order; a passage over several pages is found on the page where it starts. */
export function readNotes(database: LibraryDatabase, documentId: number): Map<number, string> {
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
