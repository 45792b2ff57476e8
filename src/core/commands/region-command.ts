/** Marks a rectangle of a page: a picture, a stamp, a page without text. */
import type { LibraryCommand } from '../../shared/domain/command.ts';
import { fail } from '../../shared/failure.ts';
import { getDocument } from '../library/queries/document.ts';
import { REGION_QUOTE } from '../library/queries/region.ts';
import type { CommandScope } from './command-scope.ts';
import { linkPassages } from './passage-commands.ts';

type MarkRegion = Extract<LibraryCommand, { kind: 'passage.region' }>;

/** @throws FailureError `not-found`; `invalid-request` for a rectangle without a size or a document without paper. */
export function markRegion(scope: CommandScope, command: MarkRegion): number {
  const { documentId, rect, colour, note, labels } = command;
  const document = getDocument(scope.database, documentId);
  if (document === undefined) throw fail({ kind: 'not-found', noun: 'document' });
  if (rect.page > document.pages) throw fail({ kind: 'not-found', noun: 'page' });
  if (document.kind !== 'pdf' || rect.x1 >= rect.x2 || rect.y1 >= rect.y2) {
    throw fail({ kind: 'invalid-request' });
  }
  const id = scope.journal.insert('passage', {
    document_id: documentId,
    start_page: rect.page,
    start_offset: 0,
    end_page: rect.page,
    end_offset: 1,
    quote: REGION_QUOTE,
    prefix: '',
    suffix: '',
    rects: JSON.stringify([rect]),
    region: 1,
    colour,
    note,
    created_at: scope.now,
    updated_at: scope.now,
  });
  for (const label of labels) linkPassages(scope, [id], label);
  return id;
}
