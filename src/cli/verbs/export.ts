import { resolve } from 'node:path';
import { exportExcerpts } from '../../core/export/export-excerpts.ts';
import type { LibraryDatabase } from '../../core/library/connection.ts';
import { findLabel } from '../../core/library/queries/label.ts';
import type { ExcerptSelection } from '../../shared/domain/excerpt.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../shared/domain/export-format.ts';
import type { LabelKind } from '../../shared/domain/label.ts';
import { fail } from '../../shared/failure.ts';
import { parse, required } from '../arguments.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { withLibrary } from '../with-library.ts';

export async function exportVerb(terminal: Terminal, args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, {
    format: { type: 'string' },
    out: { type: 'string' },
    case: { type: 'string' },
    event: { type: 'string' },
    tag: { type: 'string' },
    query: { type: 'string' },
  });
  const format = exportFormat(required(values.format, '--format'));
  const file = resolve(required(values.out, '--out'));
  const wanted = (['case', 'event', 'tag', 'query'] as const).filter(
    (kind) => values[kind] !== undefined,
  );
  if (wanted.length > 1) throw new UsageError('one-selection');
  const [kind] = wanted;
  return withLibrary(
    terminal,
    required(positionals[0], 'LIB'),
    values['passphrase-file'],
    ({ library, search }) => {
      const selection = selectionOf(library.database, kind, kind ? (values[kind] ?? '') : '');
      const count = exportExcerpts(library.database, search, { selection, format, file });
      terminal.result(
        { excerpts: count, format },
        terminal.words.t('exported', { ns: 'cli', count }),
      );
      return 0;
    },
  );
}

function exportFormat(value: string): ExportFormat {
  const format = EXPORT_FORMATS.find(
    (known) => known === value || (value === 'md' && known === 'markdown'),
  );
  if (!format) throw new UsageError('unknown-format', { formats: EXPORT_FORMATS.join(', ') });
  return format;
}

function selectionOf(
  database: LibraryDatabase,
  kind: LabelKind | 'query' | undefined,
  value: string,
): ExcerptSelection {
  if (kind === undefined) return { kind: 'all' };
  if (kind === 'query') return { kind: 'search', query: value };
  const id = findLabel(database, kind, value);
  if (id === undefined) throw fail({ kind: 'not-found', noun: kind });
  return { kind, id };
}
