/** Excerpts as CSV (RFC 4180), for spreadsheets. */
import { stringify } from 'csv-stringify/sync';
import type { Excerpt } from '../../shared/domain/excerpt.ts';
import { pageReference } from './citation.ts';

const COLUMNS = ['quote', 'note', 'tags', 'cases', 'events', 'title', 'page', 'sha256'];

/**
 * UTF-8 with a byte order mark, because spreadsheets take Cyrillic for something else without it. A cell that starts
 * with `=`, `+`, `-`, `@` or a control character gets an apostrophe in front: a quoted report must not run as a formula.
 */
export function excerptsToCsv(excerpts: readonly Excerpt[]): string {
  const rows = excerpts.map((excerpt) => [
    excerpt.quote,
    excerpt.note,
    excerpt.tags.join('; '),
    excerpt.cases.join('; '),
    excerpt.events.join('; '),
    excerpt.documentTitle,
    pageReference(excerpt),
    excerpt.sha256,
  ]);
  return stringify(rows, {
    bom: true,
    header: true,
    columns: COLUMNS,
    record_delimiter: 'windows',
    escape_formulas: true,
  });
}
