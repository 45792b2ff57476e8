/** Commands on documents: what is known about them, and deleting them. */
import type { DocumentChanges, DocumentFields } from '../../shared/domain/source-document.ts';
import { fail } from '../../shared/failure.ts';
import type { CommandScope } from './command-scope.ts';
import { requireEdtf } from './edtf-date.ts';
import { deletePassages } from './passage-commands.ts';
import type { Row } from './row-journal.ts';

const COLUMNS: Readonly<Record<keyof DocumentFields, string>> = {
  title: 'title',
  authors: 'authors',
  publisher: 'publisher',
  date: 'date',
  language: 'language',
  sourceUrl: 'source_url',
  reliability: 'reliability',
  reference: 'reference',
  note: 'note',
};

/** @throws FailureError `not-found`, `invalid-date`. */
export function updateDocuments(
  scope: CommandScope,
  documentIds: readonly number[],
  fields: DocumentChanges,
): void {
  if (fields.date !== undefined) requireEdtf(fields.date);
  const patch: Row = {};
  for (const [field, column] of Object.entries(COLUMNS)) {
    const value = fields[field as keyof DocumentFields];
    if (value !== undefined) patch[column] = value;
  }
  for (const id of documentIds) {
    requireDocument(scope, id);
    scope.journal.update('source_document', { id }, patch);
  }
}

/**
 * Deletes documents with their pages, passages and other names, and their names in import reports. The original bytes stay
 * until the library is closed, so that this can be taken back; then they go (`purgeOriginals`).
 * @returns the passages that went with them.
 * @throws FailureError `not-found`.
 */
export function deleteDocuments(scope: CommandScope, documentIds: readonly number[]): number[] {
  const { database, journal } = scope;
  const passagesOf = database
    .prepare<[number], number>('SELECT id FROM passage WHERE document_id = ? ORDER BY id')
    .pluck();
  const gone: number[] = [];
  for (const id of documentIds) {
    const sha256 = requireDocument(scope, id);
    const passageIds = passagesOf.all(id);
    deletePassages(scope, passageIds);
    gone.push(...passageIds);
    journal.update(
      'import_item',
      { document_id: id },
      { path: Buffer.alloc(0), outcome: 'deleted', reason: null, document_id: null },
    );
    journal.remove('document_alias', { document_id: id });
    journal.remove('page', { document_id: id });
    journal.remove('source_document', { id });
    const isNoted = database.prepare('SELECT 1 FROM original_to_purge WHERE sha256 = ?');
    if (isNoted.get(sha256) === undefined) journal.insert('original_to_purge', { sha256 });
  }
  return gone;
}

/** Answers the checksum of its original. */
function requireDocument({ database }: CommandScope, id: number): string {
  const sha256 = database
    .prepare<[number], string>('SELECT sha256 FROM source_document WHERE id = ?')
    .pluck()
    .get(id);
  if (sha256 === undefined) throw fail({ kind: 'not-found', noun: 'document' });
  return sha256;
}
