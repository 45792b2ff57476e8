/** Where documents were left. */
import type { ReadingPlace } from '../../../shared/domain/reading-place.ts';
import type { LibraryDatabase } from '../connection.ts';

/** Undefined for a document that was never read. */
export function getReadingPlace(
  database: LibraryDatabase,
  documentId: number,
): ReadingPlace | undefined {
  return database
    .prepare<[number], ReadingPlace>('SELECT page, part FROM reading_place WHERE document_id = ?')
    .get(documentId);
}

/** Does nothing when the document is gone: it was deleted while it was on the screen. */
export function putReadingPlace(
  database: LibraryDatabase,
  documentId: number,
  { page, part }: ReadingPlace,
): void {
  database
    .prepare(
      `INSERT INTO reading_place (document_id, page, part)
       SELECT id, @page, @part FROM source_document WHERE id = @documentId
       ON CONFLICT (document_id) DO UPDATE SET page = @page, part = @part`,
    )
    .run({ documentId, page, part });
}
