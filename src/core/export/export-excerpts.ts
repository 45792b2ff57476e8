/** One selection of excerpts into one file. */
import { dirname } from 'node:path';
import { assertNever } from '../../shared/assert-never.ts';
import type { Excerpt, ExcerptSelection } from '../../shared/domain/excerpt.ts';
import type { ExportFormat } from '../../shared/domain/export-format.ts';
import { fail } from '../../shared/failure.ts';
import { createI18n } from '../../shared/i18n/index.ts';
import type { LibraryDatabase } from '../library/connection.ts';
import { isLibraryFolder } from '../library/places.ts';
import type { SearchIndex } from '../search/search-index.ts';
import { excerptsToCsv } from './csv.ts';
import { excerptsToMarkdown } from './markdown.ts';
import { selectExcerpts } from './select-excerpts.ts';
import { writeWhole } from './write-file.ts';

/**
 * Answers how many excerpts were written. Nothing is written among the files of a library: it would replace one of them.
 * @throws FailureError `nothing-to-export`, `export-not-written`, `not-found`.
 */
export function exportExcerpts(
  database: LibraryDatabase,
  search: SearchIndex,
  request: { selection: ExcerptSelection; format: ExportFormat; file: string },
): number {
  const excerpts = selectExcerpts(database, search, request.selection);
  if (excerpts.length === 0) throw fail({ kind: 'nothing-to-export' });
  if (isLibraryFolder(dirname(request.file))) throw fail({ kind: 'export-not-written' });
  writeWhole(request.file, formatExcerpts(excerpts, request.format));
  return excerpts.length;
}

function formatExcerpts(excerpts: readonly Excerpt[], format: ExportFormat): string {
  switch (format) {
    case 'csv':
      return excerptsToCsv(excerpts);
    case 'markdown':
      return excerptsToMarkdown(excerpts, createI18n());
    default:
      return assertNever(format);
  }
}
