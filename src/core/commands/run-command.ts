/** Runs one command inside the caller's transaction; every write goes through the journal. */
import type { LibraryCommand } from '../../shared/domain/command.ts';
import type { LabelRef } from '../../shared/domain/label.ts';
import { assertNever } from '../../shared/assert-never.ts';
import { fail } from '../../shared/failure.ts';
import { createPassage, deletePassages, linkPassages, unlinkPassages } from './passage-commands.ts';
import { changeBounds, mergePassages } from './passage-bounds.ts';
import { changeRegion, markRegion } from './region-command.ts';
import {
  changeCase,
  changeEvent,
  changeTag,
  deleteCase,
  deleteEvent,
  deleteTag,
  pinTag,
  saveCase,
  saveEvent,
  saveTag,
} from './label-commands.ts';
import { deleteDocuments, updateDocuments } from './document-commands.ts';
import { changeEncoding } from './document-encoding.ts';
import { deleteSearch, renameSearch, saveSearch } from './saved-search-commands.ts';
import type { CommandEffect, CommandScope } from './command-scope.ts';

const NOTHING_SHOWN: CommandEffect = { passageIds: [], label: null };

/** @throws FailureError `not-found`, `name-taken`, `invalid-date`, `quote-not-found`, `passages-not-placed`. */
export function runCommand(scope: CommandScope, command: LibraryCommand): CommandEffect {
  switch (command.kind) {
    case 'passage.create':
      return { passageIds: [createPassage(scope, command)], label: null };
    case 'passage.region':
      return { passageIds: [markRegion(scope, command)], label: null };
    case 'passage.region-bounds':
      changeRegion(scope, command);
      return { passageIds: [command.passageId], label: null };
    case 'passage.delete':
      deletePassages(scope, command.passageIds);
      return { passageIds: command.passageIds, label: null };
    case 'passage.note':
      updatePassages(scope, [command.passageId], {
        note: command.note,
        updated_at: scope.now,
      });
      return { passageIds: [command.passageId], label: null };
    case 'passage.bounds':
      changeBounds(scope, command);
      return { passageIds: [command.passageId], label: null };
    case 'passage.merge':
      return { passageIds: [mergePassages(scope, command)], label: null };
    case 'passage.colour':
      updatePassages(scope, command.passageIds, {
        colour: command.colour,
        updated_at: scope.now,
      });
      return { passageIds: command.passageIds, label: null };
    case 'passage.link':
      return {
        passageIds: command.passageIds,
        label: linkPassages(scope, command.passageIds, command.label),
      };
    case 'passage.unlink':
      unlinkPassages(scope, command.passageIds, command.label);
      return { passageIds: command.passageIds, label: command.label };
    case 'tag.create':
      return labelEffect('tag', saveTag(scope, null, command.fields));
    case 'tag.update':
      return labelEffect('tag', changeTag(scope, command.id, command.fields));
    case 'tag.delete':
      deleteTag(scope, command.id);
      return labelEffect('tag', command.id);
    case 'tag.pin':
      pinTag(scope, command.id, command.key);
      return labelEffect('tag', command.id);
    case 'case.create':
      return labelEffect('case', saveCase(scope, null, command.fields));
    case 'case.update':
      return labelEffect('case', changeCase(scope, command.id, command.fields));
    case 'case.delete':
      deleteCase(scope, command.id);
      return labelEffect('case', command.id);
    case 'event.create':
      return labelEffect('event', saveEvent(scope, null, command.fields));
    case 'event.update':
      return labelEffect('event', changeEvent(scope, command.id, command.fields));
    case 'event.delete':
      deleteEvent(scope, command.id);
      return labelEffect('event', command.id);
    case 'document.update':
      updateDocuments(scope, command.documentIds, command.fields);
      return { passageIds: [], label: null };
    case 'document.encoding':
      return { passageIds: changeEncoding(scope, command), label: null };
    case 'document.delete':
      return { passageIds: deleteDocuments(scope, command.documentIds), label: null };
    case 'saved-search.create':
      saveSearch(scope, command.name, command.search);
      return NOTHING_SHOWN;
    case 'saved-search.rename':
      renameSearch(scope, command.id, command.name);
      return NOTHING_SHOWN;
    case 'saved-search.delete':
      deleteSearch(scope, command.id);
      return NOTHING_SHOWN;
    default:
      return assertNever(command);
  }
}

function labelEffect(kind: LabelRef['kind'], id: number): CommandEffect {
  return { passageIds: [], label: { kind, id } };
}

function updatePassages(
  { database, journal }: CommandScope,
  ids: readonly number[],
  patch: Record<string, string>,
): void {
  const exists = database.prepare('SELECT 1 FROM passage WHERE id = ?');
  for (const id of ids) {
    if (exists.get(id) === undefined) throw fail({ kind: 'not-found', noun: 'passage' });
    journal.update('passage', { id }, patch);
  }
}
