/** The documents a query finds in another order than by their best page. */
import type { SearchOrder } from '../../../shared/domain/search.ts';
import type { LibraryDatabase } from '../../library/connection.ts';
import { prepared } from '../index/prepared.ts';

interface Row {
  readonly id: number;
  readonly title: string;
  /** EDTF: years first, so that texts stand in the order of time. */
  readonly date: string;
}

const titles = new Intl.Collator(['en', 'be', 'ru', 'uk'], { numeric: true });

/**
 * Documents without a date come last, whichever way round; those of one date by title.
 * @returns ids
 */
export function orderDocuments(
  database: LibraryDatabase,
  found: ReadonlySet<number>,
  order: Exclude<SearchOrder, 'relevance'>,
): number[] {
  const rows = prepared<Row>(database, 'SELECT id, title, date FROM source_document')
    .all()
    .filter(({ id }) => found.has(id));
  const byTitle = (a: Row, b: Row): number => titles.compare(a.title, b.title) || a.id - b.id;
  if (order === 'title') return rows.sort(byTitle).map(({ id }) => id);
  const sign = order === 'newest' ? -1 : 1;
  return rows
    .sort((a, b) => {
      if (a.date === b.date) return byTitle(a, b);
      if (a.date === '' || b.date === '') return a.date === '' ? 1 : -1;
      return sign * (a.date < b.date ? -1 : 1);
    })
    .map(({ id }) => id);
}
