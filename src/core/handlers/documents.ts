/** Documents, their pages and their bytes. */
import { fail } from '../../shared/failure.ts';
import { getDocument, getPages, listDocuments } from '../library/queries/document.ts';
import type { Handler } from './handler.ts';

/** A request may not ask for more than this at once: the answer is held in memory three times on its way. */
const MOST_PAGES = 50;
const MOST_BYTES = 8 * 1024 * 1024;

export const documentHandlers: {
  'document.list': Handler<'document.list'>;
  'document.get': Handler<'document.get'>;
  'document.pages': Handler<'document.pages'>;
  'document.bytes': Handler<'document.bytes'>;
} = {
  'document.list': ({ library }) => listDocuments(library.database),
  'document.get': ({ library }, { documentId }) =>
    required(getDocument(library.database, documentId)),
  'document.pages': ({ library }, { documentId, from, to }) => {
    if (to - from >= MOST_PAGES) throw fail({ kind: 'invalid-request' });
    return getPages(library.database, documentId, from, to);
  },
  'document.bytes': ({ library }, { documentId, begin, end }) => {
    if (end - begin > MOST_BYTES) throw fail({ kind: 'invalid-request' });
    const { sha256 } = required(getDocument(library.database, documentId));
    return library.originals.read(sha256, begin, end);
  },
};

function required<T>(found: T | undefined): T {
  if (found === undefined) throw fail({ kind: 'not-found', noun: 'document' });
  return found;
}
