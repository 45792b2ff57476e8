/** Documents, their pages and their bytes. */
import type { ProtectedSource } from '../../shared/extraction/byte-source.ts';
import { fail } from '../../shared/failure.ts';
import type { OpenLibrary } from '../library/library.ts';
import { originalSource } from '../library/read-original.ts';
import { unlockPdf } from '../import/unlock-pdf.ts';
import {
  getDocument,
  getPages,
  getPdfPassword,
  listDocuments,
} from '../library/queries/document.ts';
import type { Handler } from './handler.ts';

/** A request may not ask for more than this at once: the answer is held in memory three times on its way. */
const MOST_PAGES = 50;

export const documentHandlers: {
  'document.list': Handler<'document.list'>;
  'document.get': Handler<'document.get'>;
  'document.pages': Handler<'document.pages'>;
  'document.unlock': Handler<'document.unlock'>;
} = {
  'document.list': ({ library }) => listDocuments(library.database),
  'document.get': ({ library }, { documentId }) =>
    required(getDocument(library.database, documentId)),
  'document.pages': ({ library }, { documentId, from, to }) => {
    if (to - from >= MOST_PAGES) throw fail({ kind: 'invalid-request' });
    return getPages(library.database, documentId, from, to);
  },
  async 'document.unlock'(context, { documentId, password }) {
    context.library.access.assertWritable();
    // Closing the library ends the process; there is nothing to cancel in between.
    const { signal } = new AbortController();
    const document = await unlockPdf(context, documentId, password, signal);
    context.push({ kind: 'library-changed', what: ['document'] });
    return document;
  },
};

/**
 * The original of a document with the password it opens with, for a drawing cage: the interface itself never sees either.
 * @throws FailureError `not-found`.
 */
export function originalOf(library: OpenLibrary, documentId: number): ProtectedSource {
  return {
    ...originalSource(library.originals, required(getDocument(library.database, documentId))),
    password: getPdfPassword(library.database, documentId),
  };
}

function required<T>(found: T | undefined): T {
  if (found === undefined) throw fail({ kind: 'not-found', noun: 'document' });
  return found;
}
