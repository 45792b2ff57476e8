/** Puts a document with the given page texts straight into the tables, for tests that are not about importing. */
import { createHash } from 'node:crypto';
import type { LibraryDatabase } from '../../src/core/library/connection.ts';

export function storeDocument(
  database: LibraryDatabase,
  title: string,
  pages: readonly string[],
): number {
  const text = pages.join('\n');
  const documentId = Number(
    database
      .prepare(
        `INSERT INTO source_document
           (title, file_name, kind, state, pages, sha256, size, encoding, text_version, imported_at)
         VALUES (?, ?, 'text', 'imported', ?, ?, ?, 'utf-8', 1, '2026-03-01T10:00:00.000Z')`,
      )
      .run(
        title,
        `${title}.txt`,
        pages.length,
        createHash('sha256').update(title).update(text).digest('hex'),
        Buffer.byteLength(text),
      ).lastInsertRowid,
  );
  const insert = database.prepare(
    'INSERT INTO page (document_id, number, label, text) VALUES (?, ?, ?, ?)',
  );
  for (const [index, page] of pages.entries()) {
    insert.run(documentId, index + 1, String(index + 1), page);
  }
  return documentId;
}

/** An anchor on one page, by the words themselves. */
export function anchorOf(pageText: string, quote: string, page = 1) {
  const offset = pageText.indexOf(quote);
  if (offset < 0) throw new Error('The quote is not on the page');
  const end = offset + quote.length;
  return {
    start: { page, offset },
    end: { page, offset: end },
    quote,
    prefix: pageText.slice(Math.max(0, offset - 32), offset),
    suffix: pageText.slice(end, end + 32),
    rects: [],
  };
}
