import { listDocuments } from '../../core/library/queries/document.ts';
import { parse, required } from '../arguments.ts';
import type { Terminal } from '../terminal.ts';
import { withLibrary } from '../with-library.ts';

export async function list(terminal: Terminal, args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, {});
  return withLibrary(
    terminal,
    required(positionals[0], 'LIB'),
    values['passphrase-file'],
    ({ library }) => {
      const documents = listDocuments(library.database);
      const t = terminal.words.getFixedT(null, 'cli');
      if (documents.length === 0) terminal.line(t('list-empty'));
      for (const { id, title, fileName, kind, pages, sha256, state, aliases } of documents) {
        const reason = state.kind === 'unreadable' ? state.reason : null;
        terminal.result(
          { id, title, fileName, kind, pages, sha256, state: state.kind, reason, aliases },
          `${id}\t${title}\t${t('pages', { count: pages })}\t${state.kind}`,
        );
      }
      return 0;
    },
  );
}
