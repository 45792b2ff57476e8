/** Where documents were left. */
import type { LeftDocument } from '../../../shared/domain/reading-place.ts';
import type { LibraryDatabase } from '../connection.ts';

/** Undefined for a document that was never read. */
export function getReadingPlace(
  database: LibraryDatabase,
  documentId: number,
): LeftDocument | undefined {
  return database
    .prepare<[number], LeftDocument>(
      'SELECT page, part, rotation FROM reading_place WHERE document_id = ?',
    )
    .get(documentId);
}

/** Does nothing when the document is gone: it was deleted while it was on the screen. */
export function putReadingPlace(
  database: LibraryDatabase,
  documentId: number,
  { page, part, rotation }: LeftDocument,
): void {
  database
    .prepare(
      `INSERT INTO reading_place (document_id, page, part, rotation)
       SELECT id, @page, @part, @rotation FROM source_document WHERE id = @documentId
       ON CONFLICT (document_id) DO UPDATE SET page = @page, part = @part, rotation = @rotation`,
    )
    .run({ documentId, page, part, rotation });
}
