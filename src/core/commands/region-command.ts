/** A rectangle of a page as a passage: a picture, a stamp, a page without text. */
import type { LibraryCommand } from '../../shared/domain/command.ts';
import { isRegion, type PdfRect } from '../../shared/domain/passage.ts';
import { fail } from '../../shared/failure.ts';
import { getDocument } from '../library/queries/document.ts';
import { getPassage } from '../library/queries/passage.ts';
import { REGION_QUOTE } from '../library/queries/region.ts';
import type { CommandScope } from './command-scope.ts';
import { linkPassages } from './passage-commands.ts';

type MarkRegion = Extract<LibraryCommand, { kind: 'passage.region' }>;
type ChangeRegion = Extract<LibraryCommand, { kind: 'passage.region-bounds' }>;

/** @throws FailureError `not-found`; `invalid-request` for a rectangle without a size or a document without paper. */
export function markRegion(scope: CommandScope, command: MarkRegion): number {
  const { documentId, rect, colour, note, labels } = command;
  requirePaper(scope, documentId, rect);
  const id = scope.journal.insert('passage', {
    document_id: documentId,
    ...placeOf(rect),
    start_offset: 0,
    end_offset: 1,
    quote: REGION_QUOTE,
    prefix: '',
    suffix: '',
    region: 1,
    colour,
    note,
    created_at: scope.now,
    updated_at: scope.now,
  });
  for (const label of labels) linkPassages(scope, [id], label);
  return id;
}

/**
 * Gives an area another rectangle of its document; its note and labels stay.
 * @throws FailureError as `markRegion`, and `invalid-request` for a passage that has words.
 */
export function changeRegion(scope: CommandScope, { passageId, rect }: ChangeRegion): void {
  const passage = getPassage(scope.database, passageId);
  if (passage === undefined) throw fail({ kind: 'not-found', noun: 'passage' });
  if (!isRegion(passage)) throw fail({ kind: 'invalid-request' });
  requirePaper(scope, passage.documentId, rect);
  const changed = { ...placeOf(rect), updated_at: scope.now };
  scope.journal.update('passage', { id: passageId }, changed);
}

function placeOf(rect: PdfRect) {
  return { start_page: rect.page, end_page: rect.page, rects: JSON.stringify([rect]) };
}

function requirePaper({ database }: CommandScope, documentId: number, rect: PdfRect): void {
  const document = getDocument(database, documentId);
  if (document === undefined) throw fail({ kind: 'not-found', noun: 'document' });
  if (rect.page > document.pages) throw fail({ kind: 'not-found', noun: 'page' });
  if (document.kind !== 'pdf' || rect.x1 >= rect.x2 || rect.y1 >= rect.y2) {
    throw fail({ kind: 'invalid-request' });
  }
}
