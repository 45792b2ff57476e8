/** Reads running text again with the encoding that a person says it has. */
import { fail } from '../../shared/failure.ts';
import type { OpenLibrary } from '../library/library.ts';
import { originalSource } from '../library/read-original.ts';
import { getDocument } from '../library/queries/document.ts';
import type { DocumentContent } from './document-content.ts';
import { FileProblem } from './file-problem.ts';
import { readText } from './read-text.ts';

/** @throws FailureError `not-found`; `invalid-request` when it was not decoded, or nothing is left of it that way. */
export async function redecode(
  { database, originals }: OpenLibrary,
  documentId: number,
  encoding: string,
): Promise<DocumentContent> {
  const document = getDocument(database, documentId);
  if (!document) throw fail({ kind: 'not-found', noun: 'document' });
  if (document.encoding === null) throw fail({ kind: 'invalid-request' });
  const bytes = await originalSource(originals, document).read(0, document.size);
  try {
    return await readText(bytes, document.fileName, encoding);
  } catch (error) {
    if (error instanceof FileProblem) throw fail({ kind: 'invalid-request' });
    throw error;
  }
}
