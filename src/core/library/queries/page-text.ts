/** Canonical text between two points of a document. */
import type { TextPoint } from '../../../shared/domain/passage.ts';
import type { LibraryDatabase } from '../connection.ts';

/**
 * The text from `start` to `end` (exclusive); pages are joined by one LF.
 * Undefined when a page or an offset (UTF-16 units) is not there.
 */
export function readQuote(
  database: LibraryDatabase,
  documentId: number,
  start: TextPoint,
  end: TextPoint,
): string | undefined {
  const texts = database
    .prepare<[number, number, number], string>(
      'SELECT text FROM page WHERE document_id = ? AND number BETWEEN ? AND ? ORDER BY number',
    )
    .pluck()
    .all(documentId, start.page, end.page);
  if (texts.length !== end.page - start.page + 1) return undefined;
  const first = texts[0] ?? '';
  const last = texts.at(-1) ?? '';
  if (start.offset > first.length || end.offset > last.length) return undefined;
  if (texts.length === 1) return first.slice(start.offset, end.offset);
  return [first.slice(start.offset), ...texts.slice(1, -1), last.slice(0, end.offset)].join('\n');
}
