/** Commands on passages and their links. */
import type { LabelTarget, LibraryCommand } from '../../shared/domain/command.ts';
import type { LabelRef } from '../../shared/domain/label.ts';
import type { PassageAnchor } from '../../shared/domain/passage.ts';
import { fail } from '../../shared/failure.ts';
import { LABEL_TABLES, findLabel, labelExists } from '../library/queries/label.ts';
import { readQuote } from '../library/queries/page-text.ts';
import { anchorColumns } from './anchor-columns.ts';
import { createLabel } from './label-commands.ts';
import type { CommandScope } from './command-scope.ts';

type CreatePassage = Extract<LibraryCommand, { kind: 'passage.create' }>;

/**
 * Stores a passage. Words that are a passage already, from the first letter to the last, stay one: it gets the labels,
 * and the note is added to its own. The quote must be what the stored text has between the two points: an anchor that does not fit
 * is a mistake of the caller, and storing it would put words into a report's mouth.
 */
export function createPassage(scope: CommandScope, command: CreatePassage): number {
  const { documentId, anchor } = command;
  requireQuote(scope, documentId, anchor);
  const existing = findPassageAt(scope, command);
  if (existing !== undefined) {
    addNote(scope, existing, command.note);
    for (const label of command.labels) linkPassages(scope, [existing], label);
    return existing;
  }
  const id = scope.journal.insert('passage', {
    document_id: documentId,
    ...anchorColumns(anchor),
    rects: JSON.stringify(anchor.rects),
    colour: command.colour,
    note: command.note,
    created_at: scope.now,
    updated_at: scope.now,
  });
  for (const label of command.labels) linkPassages(scope, [id], label);
  return id;
}

/** @throws FailureError `not-found` (page), `quote-not-found` when the stored text says something else there. */
export function requireQuote(
  { database }: CommandScope,
  documentId: number,
  anchor: PassageAnchor,
): void {
  const stored = readQuote(database, documentId, anchor.start, anchor.end);
  if (stored === undefined) throw fail({ kind: 'not-found', noun: 'page' });
  if (stored !== anchor.quote) throw fail({ kind: 'quote-not-found' });
}

function findPassageAt(scope: CommandScope, { documentId, anchor }: CreatePassage) {
  return scope.database
    .prepare<number[], number>(
      `SELECT id FROM passage WHERE document_id = ?
         AND start_page = ? AND start_offset = ? AND end_page = ? AND end_offset = ? ORDER BY id`,
    )
    .pluck()
    .get(documentId, anchor.start.page, anchor.start.offset, anchor.end.page, anchor.end.offset);
}

function addNote({ database, journal, now }: CommandScope, id: number, note: string): void {
  const own = database
    .prepare<[number], string>('SELECT note FROM passage WHERE id = ?')
    .pluck()
    .get(id);
  if (note === '' || note === own) return;
  journal.update('passage', { id }, { note: own ? `${own}\n\n${note}` : note, updated_at: now });
}

export function deletePassages(scope: CommandScope, ids: readonly number[]): void {
  for (const id of ids) {
    requirePassage(scope, id);
    for (const { link } of Object.values(LABEL_TABLES)) {
      scope.journal.remove(link, { passage_id: id });
    }
    scope.journal.remove('passage', { id });
  }
}

/** Ties passages to a label, making it first when it has no id yet and no label of that name exists. */
export function linkPassages(
  scope: CommandScope,
  passageIds: readonly number[],
  target: LabelTarget,
): LabelRef {
  const label = { kind: target.kind, id: resolveLabel(scope, target) };
  const { table, link, column } = LABEL_TABLES[label.kind];
  const linked = scope.database.prepare(
    `SELECT 1 FROM ${link} WHERE passage_id = ? AND ${column} = ?`,
  );
  for (const passageId of passageIds) {
    requirePassage(scope, passageId);
    if (linked.get(passageId, label.id) === undefined) {
      scope.journal.insert(link, { passage_id: passageId, [column]: label.id });
    }
  }
  scope.journal.update(table, { id: label.id }, { used_at: scope.now });
  return label;
}

export function unlinkPassages(
  scope: CommandScope,
  passageIds: readonly number[],
  label: LabelRef,
): void {
  const { link, column } = LABEL_TABLES[label.kind];
  for (const passageId of passageIds) {
    scope.journal.remove(link, { passage_id: passageId, [column]: label.id });
  }
}

function resolveLabel(scope: CommandScope, target: LabelTarget): number {
  if (target.id === null) {
    return findLabel(scope.database, target.kind, target.name) ?? createLabel(scope, target);
  }
  if (!labelExists(scope.database, target.kind, target.id)) {
    throw fail({ kind: 'not-found', noun: target.kind });
  }
  return target.id;
}

function requirePassage(scope: CommandScope, id: number): void {
  if (scope.database.prepare('SELECT 1 FROM passage WHERE id = ?').get(id) === undefined) {
    throw fail({ kind: 'not-found', noun: 'passage' });
  }
}
