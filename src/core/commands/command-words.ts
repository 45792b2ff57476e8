/** What a command is about, in words for «Undo …». They stay in this process and in the window. */
import type { CommandWords, LibraryCommand } from '../../shared/domain/command.ts';
import type { LabelRef } from '../../shared/domain/label.ts';
import type { LibraryDatabase } from '../library/connection.ts';
import { labelNameOf } from '../library/queries/label.ts';

/** Characters of a quote that tell which passage is meant. */
const MOST_CHARACTERS = 40;

/** To be called before the command runs: it may take away what is named. */
export function commandWords(database: LibraryDatabase, command: LibraryCommand): CommandWords {
  return {
    command: command.kind,
    label: 'label' in command ? command.label.kind : null,
    count: countOf(command),
    name: shortened(nameOf(database, command)),
  };
}

function countOf(command: LibraryCommand): number {
  if ('passageIds' in command) return command.passageIds.length;
  return 'documentIds' in command ? command.documentIds.length : 1;
}

function nameOf(database: LibraryDatabase, command: LibraryCommand): string | null {
  switch (command.kind) {
    case 'passage.create':
      return command.anchor.quote;
    case 'passage.note':
    case 'passage.bounds':
      return quoteOf(database, [command.passageId]);
    case 'passage.delete':
    case 'passage.colour':
      return quoteOf(database, command.passageIds);
    case 'passage.merge':
    case 'passage.region':
    case 'passage.region-bounds':
      return null;
    case 'passage.link':
    case 'passage.unlink': {
      const { label } = command;
      return label.id === null ? label.name : labelNameOf(database, label);
    }
    case 'tag.create':
      return command.fields.name;
    case 'case.create':
    case 'event.create':
      return command.fields.title;
    case 'tag.update':
    case 'tag.delete':
    case 'tag.pin':
    case 'case.update':
    case 'case.delete':
    case 'event.update':
    case 'event.delete':
      return labelNameOf(database, { kind: kindOf(command.kind), id: command.id });
    case 'document.update':
    case 'document.delete':
      return titleOf(database, command.documentIds);
    case 'saved-search.create':
      return command.name;
    case 'saved-search.rename':
    case 'saved-search.delete':
      return single(database, 'SELECT name FROM saved_search WHERE id = ?', [command.id]);
    case 'document.encoding':
      return titleOf(database, [command.documentId]);
  }
}

function kindOf(command: `${LabelRef['kind']}.${string}`): LabelRef['kind'] {
  return command.startsWith('tag') ? 'tag' : command.startsWith('case') ? 'case' : 'event';
}

function quoteOf(database: LibraryDatabase, ids: readonly number[]): string | null {
  return single(database, 'SELECT quote FROM passage WHERE id = ? AND region = 0', ids);
}

function titleOf(database: LibraryDatabase, ids: readonly number[]): string | null {
  return single(database, 'SELECT title FROM source_document WHERE id = ?', ids);
}

function single(database: LibraryDatabase, sql: string, ids: readonly number[]): string | null {
  const [id] = ids;
  if (id === undefined || ids.length > 1) return null;
  return database.prepare<[number], string>(sql).pluck().get(id) ?? null;
}

function shortened(name: string | null): string | null {
  if (name === null) return null;
  const characters = Array.from(name.replace(/\s+/gu, ' ').trim());
  if (characters.length <= MOST_CHARACTERS) return characters.join('');
  return `${characters.slice(0, MOST_CHARACTERS).join('').trimEnd()}…`;
}
