/** Reads a PDF that was kept unread because it asks for a password. */
import type { SourceDocument } from '../../shared/domain/source-document.ts';
import { fail } from '../../shared/failure.ts';
import { originalSource } from '../library/read-original.ts';
import { getDocument, replaceContent } from '../library/queries/document.ts';
import { settleDocument } from '../library/queries/import-batch.ts';
import { documentTitle } from './document-title.ts';
import { outcomeOf, prepareEntries, type ImportDependencies } from './import-file.ts';
import { readPdf } from './read-content.ts';

/**
 * The password is kept in the encrypted library: the pages are drawn with it every time the document is opened.
 * @throws FailureError `not-found`; `wrong-pdf-password`; `cancelled`.
 */
export async function unlockPdf(
  dependencies: ImportDependencies,
  documentId: number,
  password: string,
  signal: AbortSignal,
): Promise<SourceDocument> {
  const { library, search, extractor } = dependencies;
  const { database, originals } = library;
  const locked = requireLocked(dependencies, documentId);
  const { fileName } = locked;
  const source = originalSource(originals, locked);
  const content = await readPdf(source, fileName, extractor, signal, password);
  if (content.state.kind === 'password-needed') throw fail({ kind: 'wrong-pdf-password' });
  const entries = await prepareEntries(search, content, signal);
  // Another answer may have been quicker, and the document may be gone or have got another title.
  const { title } = requireLocked(dependencies, documentId);
  const isRenamed = title !== documentTitle('', fileName);
  database.transaction(() => {
    replaceContent(database, documentId, isRenamed ? { ...content, title } : content, password);
    search.addDocument(documentId, isRenamed ? undefined : entries);
    settleDocument(database, documentId, outcomeOf(documentId, content.state));
  })();
  return getDocument(database, documentId) ?? locked;
}

function requireLocked(
  { library: { database } }: ImportDependencies,
  documentId: number,
): SourceDocument {
  const document = getDocument(database, documentId);
  if (document?.state.kind !== 'password-needed')
    throw fail({ kind: 'not-found', noun: 'document' });
  return document;
}
