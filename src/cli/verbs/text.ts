import { getDocument, getPages } from '../../core/library/queries/document.ts';
import { fail } from '../../shared/failure.ts';
import { parse, required, wholeNumber } from '../arguments.ts';
import type { Terminal } from '../terminal.ts';
import { withLibrary } from '../with-library.ts';

export async function text(terminal: Terminal, args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, { page: { type: 'string' } });
  const documentId = wholeNumber(required(positionals[1], 'DOC'), 'DOC');
  const page = values.page === undefined ? undefined : wholeNumber(values.page, '--page');
  return withLibrary(
    terminal,
    required(positionals[0], 'LIB'),
    values['passphrase-file'],
    ({ library }) => {
      const found = getDocument(library.database, documentId);
      if (!found) throw fail({ kind: 'not-found', noun: 'document' });
      const pages = getPages(library.database, documentId, page ?? 1, page ?? found.pages);
      if (page !== undefined && pages.length === 0) throw fail({ kind: 'not-found', noun: 'page' });
      for (const { number, label, text: content } of pages) {
        terminal.result({ documentId, page: number, label, text: content }, content);
      }
      return 0;
    },
  );
}
