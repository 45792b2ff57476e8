/** Commands that change which words a passage has: other bounds, and several passages made one. */
import type { LibraryCommand } from '../../shared/domain/command.ts';
import { isRegion, type Passage, type TextPoint } from '../../shared/domain/passage.ts';
import { fail } from '../../shared/failure.ts';
import { getPassage } from '../library/queries/passage.ts';
import { anchorColumns } from './anchor-columns.ts';
import type { CommandScope } from './command-scope.ts';
import { deletePassages, linkPassages, requireQuote } from './passage-commands.ts';

type ChangeBounds = Extract<LibraryCommand, { kind: 'passage.bounds' }>;
type MergePassages = Extract<LibraryCommand, { kind: 'passage.merge' }>;

/** Gives a passage other words of its document; its note and labels stay. */
export function changeBounds(scope: CommandScope, { passageId, anchor }: ChangeBounds): void {
  const passage = existing(scope, passageId);
  requireQuote(scope, passage.documentId, anchor);
  scope.journal.update('passage', { id: passageId }, boundsOf(scope, anchor));
}

/**
 * Makes one passage of several: the first in reading order stays, with the colour it has, all labels and all notes, and
 * reaches to the end of the last. What lies between them becomes part of it.
 * @throws FailureError `invalid-request` when they are of several documents, or the anchor is not exactly around them.
 */
export function mergePassages(scope: CommandScope, command: MergePassages): number {
  const passages = [...new Set(command.passageIds)]
    .map((id) => existing(scope, id))
    .toSorted((a, b) => comparePoints(a.start, b.start) || comparePoints(b.end, a.end));
  const [first, ...others] = passages;
  if (first === undefined || others.length === 0) throw fail({ kind: 'invalid-request' });
  const last = passages.reduce((a, b) => (comparePoints(a.end, b.end) < 0 ? b : a));
  const { anchor } = command;
  const isAround =
    comparePoints(anchor.start, first.start) === 0 && comparePoints(anchor.end, last.end) === 0;
  if (!isAround || others.some(({ documentId }) => documentId !== first.documentId)) {
    throw fail({ kind: 'invalid-request' });
  }
  requireQuote(scope, first.documentId, anchor);
  for (const { tagIds, caseIds, eventIds } of others) {
    for (const id of tagIds) linkPassages(scope, [first.id], { kind: 'tag', id });
    for (const id of caseIds) linkPassages(scope, [first.id], { kind: 'case', id });
    for (const id of eventIds) linkPassages(scope, [first.id], { kind: 'event', id });
  }
  deletePassages(
    scope,
    others.map(({ id }) => id),
  );
  const notes = new Set(passages.map(({ note }) => note).filter((note) => note.trim() !== ''));
  scope.journal.update(
    'passage',
    { id: first.id },
    { ...boundsOf(scope, anchor), note: [...notes].join('\n\n') },
  );
  return first.id;
}

function boundsOf({ now }: CommandScope, anchor: MergePassages['anchor']) {
  return { ...anchorColumns(anchor), rects: JSON.stringify(anchor.rects), updated_at: now };
}

function existing({ database }: CommandScope, id: number): Passage {
  const passage = getPassage(database, id);
  if (passage === undefined) throw fail({ kind: 'not-found', noun: 'passage' });
  if (isRegion(passage)) throw fail({ kind: 'invalid-request' });
  return passage;
}

function comparePoints(a: TextPoint, b: TextPoint): number {
  return a.page - b.page || a.offset - b.offset;
}
