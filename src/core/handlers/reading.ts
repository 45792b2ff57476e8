/** Where the person stopped reading. */
import { getReadingPlace, putReadingPlace } from '../library/queries/reading-place.ts';
import type { Handler } from './handler.ts';

export const readingHandlers: {
  'reading.get': Handler<'reading.get'>;
  'reading.put': Handler<'reading.put'>;
} = {
  'reading.get': ({ library }, { documentId }) =>
    getReadingPlace(library.database, documentId) ?? null,
  'reading.put': ({ library }, { documentId, ...place }) => {
    // A library that is only read is read like any other; it just does not remember.
    if (!library.access.readOnly) putReadingPlace(library.database, documentId, place);
    return null;
  },
};
