/** Passages, labels and the commands that change them. */
import { getExcerpt } from '../library/queries/excerpt.ts';
import { listPassages } from '../library/queries/passage.ts';
import { listLabels } from '../library/queries/label.ts';
import { redecode } from '../import/redecode.ts';
import { selectExcerpts } from '../export/select-excerpts.ts';
import type { Handler } from './handler.ts';

export const evidenceHandlers: {
  'passage.list': Handler<'passage.list'>;
  'label.book': Handler<'label.book'>;
  'excerpt.list': Handler<'excerpt.list'>;
  'excerpt.get': Handler<'excerpt.get'>;
  'command.run': Handler<'command.run'>;
  'command.undo': Handler<'command.undo'>;
  'command.redo': Handler<'command.redo'>;
} = {
  'passage.list': ({ library }, { documentId }) => listPassages(library.database, documentId),
  'label.book': ({ library }) => listLabels(library.database),
  'excerpt.get': ({ library }, { passageId }) => getExcerpt(library.database, passageId) ?? null,
  'excerpt.list': ({ library, search }, { selection }) =>
    selectExcerpts(library.database, search, selection),
  async 'command.run'({ commands, library }, { command }) {
    if (command.kind !== 'document.encoding') return commands.run(command);
    const decoded = await redecode(library, command.documentId, command.encoding);
    return commands.run(command, decoded);
  },
  'command.undo': ({ commands }) => commands.undo(),
  'command.redo': ({ commands }) => commands.redo(),
};
