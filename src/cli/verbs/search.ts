import { parse, required, wholeNumber } from '../arguments.ts';
import type { Terminal } from '../terminal.ts';
import { withLibrary } from '../with-library.ts';

const DEFAULT_LIMIT = 50;

export async function search(terminal: Terminal, args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, { limit: { type: 'string' } });
  const folder = required(positionals[0], 'LIB');
  const query = required(positionals.slice(1).join(' '), 'QUERY');
  const limit = values.limit === undefined ? DEFAULT_LIMIT : wholeNumber(values.limit, '--limit');
  return withLibrary(terminal, folder, values['passphrase-file'], ({ search: index }) => {
    const outcome = index.search(query, { limit });
    const hits = outcome.documents
      .flatMap(({ documentId, pages }) =>
        pages.map(({ page, score, snippet, marks }) => ({
          documentId,
          page,
          score,
          snippet: snippet.text,
          start: marks[0]?.start ?? snippet.start,
          end: marks[0]?.end ?? snippet.start,
        })),
      )
      .sort((a, b) => b.score - a.score);
    const t = terminal.words.getFixedT(null, 'cli');
    terminal.result(
      { total: outcome.total, hits, notices: outcome.notices },
      [
        t('hits', { count: outcome.total }),
        ...outcome.notices.map(({ kind, part }) =>
          terminal.words.t(`notice-${kind}`, { ns: 'search', part }),
        ),
        ...hits.map(
          (hit) => `${hit.documentId}\t${hit.page}\t${hit.snippet.replaceAll(/\s+/gu, ' ')}`,
        ),
      ].join('\n'),
    );
    return 0;
  });
}
